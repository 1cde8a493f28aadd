package dev.postern.admin.web;

import dev.postern.admin.access.Denied;
import dev.postern.admin.outcome.TooBusy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every error as {@code application/problem+json} that names the field and says what to do. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    static ProblemDetail of(HttpStatus status, String field, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("field", field);
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequest request) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, request.field(), String.valueOf(request.getMessage()));
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        QueryTimeoutException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception cause) {
        log.warn("The database does not answer: {}", cause.toString());
        return comeAgain("The database does not answer. Nothing was changed; try again in a few seconds.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooBusy(TooBusy cause) {
        return comeAgain(String.valueOf(cause.getMessage()));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> denied(Denied denied, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var status = switch (denied.reason()) {
            case ROLE, GRANT -> HttpStatus.FORBIDDEN;
            case UNSEEN -> HttpStatus.NOT_FOUND;
        };
        if (!request.getRequestURI().startsWith("/api/")) {
            response.sendError(status.value());
            return null;
        }
        var answer = ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, String.valueOf(denied.getMessage())));
        denied.missing()
                .ifPresent(grant -> answer.header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"postern\", error=\"insufficient_scope\", scope=\"%s\""
                                .formatted(grant.text())));
        return answer.build();
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception fault) {
        log.error("A request failed for a reason that nobody foresaw", fault);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "This is a fault of the service; its log says more.");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, whyUnreadable(unreadable));
        fieldOf(unreadable).ifPresent(field -> problem.setProperty("field", field));
        return handleExceptionInternal(unreadable, problem, headers, status, request);
    }

    /** A query parameter that could not be converted, such as {@code page=x}. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var unprocessable = HttpStatus.UNPROCESSABLE_CONTENT;
        var problem = Optional.ofNullable(invalid.getFieldError())
                .map(error -> of(
                        unprocessable,
                        error.getField(),
                        "'%s' cannot be '%s'.".formatted(error.getField(), error.getRejectedValue())))
                .orElseGet(invalid::getBody);
        return handleExceptionInternal(invalid, problem, headers, unprocessable, request);
    }

    private static ResponseEntity<ProblemDetail> comeAgain(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail));
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
