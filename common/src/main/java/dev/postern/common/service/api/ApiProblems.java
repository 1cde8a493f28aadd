package dev.postern.common.service.api;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers the API's callers with {@code application/problem+json}, whatever went wrong.
 *
 * <p>It comes last: a service that knows more about a failure of its own has an advice with an {@link Order} before it.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiProblems {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> explain(Exception failure, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith("/api/")) {
            // People get the error page.
            throw failure;
        }
        return switch (failure) {
            case ErrorResponse refusal ->
                ResponseEntity.status(refusal.getStatusCode())
                        .headers(refusal.getHeaders())
                        .body(refusal.getBody());
            case HttpMessageNotReadableException _ ->
                problem(HttpStatus.BAD_REQUEST, "The body is not valid JSON, or has a field that is not known here.");
            default -> {
                log.error("A request failed for a reason that nobody foresaw", failure);
                yield problem(HttpStatus.INTERNAL_SERVER_ERROR, "This is a fault of the service; its log says more.");
            }
        };
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
