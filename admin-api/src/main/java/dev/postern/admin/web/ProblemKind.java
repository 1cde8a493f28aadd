package dev.postern.admin.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/**
 * What can be wrong with a request to the API. Each kind has a URI (RFC 9457 §3.1.1), at which the service itself
 * explains it.
 */
public enum ProblemKind {
    MALFORMED(
            HttpStatus.BAD_REQUEST,
            "The request cannot be read",
            "The body is no JSON, or has a field that is not known here or a value of another type; or the address has"
                    + " characters that none can have."),
    UNAUTHENTICATED(
            HttpStatus.UNAUTHORIZED,
            "A valid token is needed",
            "There is no token, it is unknown, or it opens nothing any more: it ended, was revoked, comes from a network"
                    + " it is not for, or its operator may not do any more what it was made for. Self-service asks for"
                    + " the address and password of a mailbox."),
    FORBIDDEN(
            HttpStatus.FORBIDDEN,
            "You may not do this",
            "The role of the token does not allow it. Ask an owner of the platform."),
    SCOPE_MISSING(
            HttpStatus.FORBIDDEN,
            "The token is for other parts of the API",
            "The header WWW-Authenticate and the detail name the scope that is missing. Use a token that has it."),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "There is no such thing",
            "Nothing has this address or name, or it is in a domain that the token does not see."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED, "The method is not possible here", "The header Allow names those that are."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE,
            "There is no such representation",
            "Ask for application/json, or for what the operation lists."),
    TAKEN(
            HttpStatus.CONFLICT,
            "It is there already",
            "The name or address is in use. Choose another, or change what is there."),
    IN_PROGRESS(
            HttpStatus.CONFLICT,
            "The same request is being done",
            "A request with this Idempotency-Key has not ended yet. Ask again after Retry-After for its answer."),
    STALE(
            HttpStatus.PRECONDITION_FAILED,
            "It was changed meanwhile",
            "The thing has another version than If-Match names. 'present' shows how it is now, ETag its version: look at"
                    + " the difference, and send the change again with that."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "The body is too large",
            "Send less at once. The detail says how much is possible."),
    UNSUPPORTED(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "The body is of a type that is not taken here",
            "Send application/json, or what the operation lists."),
    UNFIT(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "A value cannot be accepted",
            "'field' names the field or parameter, and the detail says what would be right."),
    KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The Idempotency-Key was used for another request",
            "A key belongs to one request. Take a new key for a new request."),
    TOO_MANY(
            HttpStatus.TOO_MANY_REQUESTS,
            "Too many requests",
            "Wait as long as Retry-After says. RateLimit and RateLimit-Policy tell what is left and what is allowed."),
    FAULT(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "A fault of the service",
            "Nobody foresaw this. The log of the service says more."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "It cannot be done now",
            "Nothing was changed. Try again after Retry-After.");

    static final String PATH = "/api/v1/problems";

    private final HttpStatus status;
    private final String title;
    private final String meaning;

    ProblemKind(HttpStatus status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    public HttpStatus status() {
        return status;
    }

    /** A problem of this kind; the detail is for people: what is wrong, and what to do. */
    public ProblemDetail saying(String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        mark(problem);
        return problem;
    }

    /** One with a single field or parameter. */
    public ProblemDetail about(String field, String detail) {
        var problem = saying(detail);
        problem.setProperty("field", field);
        return problem;
    }

    void mark(ProblemDetail problem) {
        problem.setType(type());
        problem.setTitle(title);
    }

    /** What a status stands for when nothing more is known. */
    static Optional<ProblemKind> usualFor(HttpStatusCode status) {
        return Arrays.stream(values())
                .filter(kind -> kind.status.equals(status))
                .findFirst();
    }

    static Optional<ProblemKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(name)).findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    URI type() {
        return URI.create(PATH + "/" + text());
    }

    String title() {
        return title;
    }

    String meaning() {
        return meaning;
    }
}
