package dev.postern.admin.web;

import static java.util.stream.Collectors.joining;

import dev.postern.admin.access.Denied;
import dev.postern.admin.outcome.TooBusy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Every refusal of the API as {@code application/problem+json} that names the field and says what to do. Who asked for a
 * page gets the error page.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> invalid(InvalidRequest invalid, WebRequest request) {
        return answer(ProblemKind.UNFIT.about(invalid.field(), String.valueOf(invalid.getMessage())), request);
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        QueryTimeoutException.class,
        TransientDataAccessException.class
    })
    @Nullable
    ResponseEntity<Object> databaseAway(Exception cause, WebRequest request) {
        log.warn("The database does not answer: {}", cause.toString());
        return comeAgain("The database does not answer. Nothing was changed; try again in a few seconds.", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> tooBusy(TooBusy cause, WebRequest request) {
        return comeAgain(String.valueOf(cause.getMessage()), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> denied(Denied denied, WebRequest request) {
        var kind = switch (denied.reason()) {
            case ROLE -> ProblemKind.FORBIDDEN;
            case GRANT -> ProblemKind.SCOPE_MISSING;
            case UNSEEN -> ProblemKind.NOT_FOUND;
        };
        var headers = new HttpHeaders();
        denied.missing()
                .ifPresent(grant -> headers.set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"postern\", error=\"insufficient_scope\", scope=\"%s\""
                                .formatted(grant.text())));
        return answer(kind.saying(String.valueOf(denied.getMessage())), headers, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> unexpected(Exception fault, WebRequest request) {
        log.error("A request failed for a reason that nobody foresaw", fault);
        return answer(ProblemKind.FAULT.saying("This is a fault of the service; its log says more."), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (NestedExceptionUtils.getMostSpecificCause(unreadable) instanceof BodyTooLarge tooLarge) {
            return answer(tooLarge.problem(), headers, request);
        }
        var problem = ProblemKind.MALFORMED.saying(whyUnreadable(unreadable));
        fieldOf(unreadable).ifPresent(field -> problem.setProperty("field", field));
        return answer(problem, headers, request);
    }

    /** A query parameter that could not be converted, such as {@code page=x}. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = Optional.ofNullable(invalid.getFieldError())
                .map(error -> ProblemKind.UNFIT.about(
                        error.getField(), "'%s' cannot be '%s'.".formatted(error.getField(), error.getRejectedValue())))
                .orElseGet(() -> ProblemKind.UNFIT.saying("The request cannot be accepted."));
        return answer(problem, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(
                ProblemKind.NOT_FOUND.saying(
                        "There is nothing at this address; GET /api/v1/openapi.json lists what there is."),
                headers,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException wrong,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var possible = wrong.getSupportedMethods() == null ? List.of() : List.of(wrong.getSupportedMethods());
        return answer(
                ProblemKind.METHOD_NOT_ALLOWED.saying(
                        "%s is not possible here; possible are %s.".formatted(wrong.getMethod(), possible)),
                headers,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException wrong, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var taken =
                wrong.getSupportedMediaTypes().stream().map(MediaType::toString).collect(joining(", "));
        return answer(
                ProblemKind.UNSUPPORTED.about("Content-Type", "Send the body as %s.".formatted(taken)),
                headers,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refusal, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return isForPrograms(request)
                ? super.handleExceptionInternal(refusal, body, headers, status, request)
                : errorPage(status, headers, request);
    }

    private static @Nullable ResponseEntity<Object> comeAgain(String detail, WebRequest request) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return answer(ProblemKind.UNAVAILABLE.saying(detail), headers, request);
    }

    private static @Nullable ResponseEntity<Object> answer(ProblemDetail problem, WebRequest request) {
        return answer(problem, new HttpHeaders(), request);
    }

    private static @Nullable ResponseEntity<Object> answer(
            ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        var status = HttpStatusCode.valueOf(problem.getStatus());
        return isForPrograms(request)
                ? new ResponseEntity<>(problem, headers, status)
                : errorPage(status, headers, request);
    }

    private static boolean isForPrograms(WebRequest request) {
        return ProblemWriter.isForPrograms(((ServletWebRequest) request).getRequest());
    }

    /** Leaves the answer to the error page. */
    private static @Nullable ResponseEntity<Object> errorPage(
            HttpStatusCode status, HttpHeaders headers, WebRequest request) {
        var response = Objects.requireNonNull(((ServletWebRequest) request).getResponse());
        try {
            headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            response.sendError(status.value());
            return null;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String whyUnreadable(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                "There is no field '%s' here; known are: %s."
                        .formatted(unknown.getPropertyName(), unknown.getKnownPropertyIds());
            case MismatchedInputException mismatch ->
                "'%s' is not of the type that is expected: %s."
                        .formatted(fieldOf(unreadable).orElse("the body"), typeName(mismatch.getTargetType()));
            case null, default -> "The body is not valid JSON.";
        };
    }

    private static String typeName(@Nullable Class<?> type) {
        return type == null ? "another" : type.getSimpleName();
    }

    private static Optional<String> fieldOf(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof JacksonException json
                        && !json.getPath().isEmpty()
                ? Optional.ofNullable(json.getPath().getLast().getPropertyName())
                : Optional.empty();
    }
}
