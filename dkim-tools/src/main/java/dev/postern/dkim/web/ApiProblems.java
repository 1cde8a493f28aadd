package dev.postern.dkim.web;

import dev.postern.dkim.keys.UnusableKeyStore;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers the API's callers with {@code application/problem+json}, whatever went wrong. */
@RestControllerAdvice
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
            case UnusableKeyStore broken -> {
                log.error("The key store is of no use", broken);
                yield problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The key store cannot be read or written. The log of dkim-tools says what is wrong with it.");
            }
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
