package dev.postern.dkim.web;

import dev.postern.common.mail.DomainName;
import dev.postern.dkim.keys.PairName;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What the API says when it does not do what was asked: {@code application/problem+json}, naming the field. */
final class Problems {

    private Problems() {}

    static ErrorResponseException unknown(String what) {
        return of(HttpStatus.NOT_FOUND, null, what);
    }

    static ErrorResponseException taken(String field, String detail) {
        return of(HttpStatus.CONFLICT, field, detail);
    }

    static ErrorResponseException unfit(String field, String detail) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, field, detail);
    }

    static DomainName domain(@Nullable String text) {
        return parse("domain", text, DomainName::parse);
    }

    static PairName name(@Nullable String text) {
        return parse("selector", text, PairName::parse);
    }

    private static <T> T parse(String field, @Nullable String text, Function<String, T> parser) {
        if (text == null) {
            throw unfit(field, "The field '%s' is missing.".formatted(field));
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw unfit(field, String.valueOf(malformed.getMessage()));
        }
    }

    private static ErrorResponseException of(HttpStatus status, @Nullable String field, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        if (field != null) {
            problem.setProperty("field", field);
        }
        return new ErrorResponseException(status, problem, null);
    }
}
