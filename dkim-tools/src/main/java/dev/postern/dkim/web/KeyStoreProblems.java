package dev.postern.dkim.web;

import dev.postern.dkim.keys.UnusableKeyStore;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells the API's callers when it is the key store that is at fault. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeyStoreProblems {

    private static final Logger log = LoggerFactory.getLogger(KeyStoreProblems.class);

    @ExceptionHandler
    ProblemDetail explain(UnusableKeyStore broken, HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/api/")) {
            // People get the error page.
            throw broken;
        }
        log.error("The key store is of no use", broken);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The key store cannot be read or written. The log of dkim-tools says what is wrong with it.");
    }
}
