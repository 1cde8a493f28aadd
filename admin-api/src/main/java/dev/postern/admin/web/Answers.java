package dev.postern.admin.web;

import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Turns what became of a request into what HTTP says about it. */
public final class Answers {

    private Answers() {}

    /** {@code 201} with the place of what was made, which is below the path of the request. */
    public static <T, R> ResponseEntity<R> created(
            Outcome<T> outcome, Function<T, String> name, Function<T, R> representation) {
        var made = valueOf(outcome);
        return ResponseEntity.created(below(name.apply(made))).body(representation.apply(made));
    }

    /** The same, where what was made has its place below another path. */
    public static <T, R> ResponseEntity<R> createdAt(
            String path, Outcome<T> outcome, Function<T, String> name, Function<T, R> representation) {
        var made = valueOf(outcome);
        var place = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(path)
                .pathSegment(name.apply(made))
                .build()
                .encode()
                .toUri();
        return ResponseEntity.created(place).body(representation.apply(made));
    }

    public static <T, R> R ok(Outcome<T> outcome, Function<T, R> representation) {
        if (outcome instanceof Outcome.Refused<T>(Refusal.Stale stale)) {
            throw stale(stale, representation);
        }
        return representation.apply(valueOf(outcome));
    }

    public static <T> T found(Optional<T> wanted, String missing) {
        return wanted.orElseThrow(() -> refusal(new Refusal.Missing(missing)));
    }

    /** Says nothing of what was done, but why it was not. */
    public static <T> void done(Outcome<T> outcome, Function<T, ?> representation) {
        ok(outcome, representation);
    }

    /**
     * Answers {@code 404} unless something was removed.
     *
     * @param removed whether there was something to remove
     */
    public static void removed(boolean removed, String missing) {
        if (!removed) {
            throw refusal(new Refusal.Missing(missing));
        }
    }

    private static <T> T valueOf(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw refusal(refusal);
        };
    }

    private static ErrorResponseException refusal(Refusal refusal) {
        return exception(
                switch (refusal) {
                    case Refusal.Missing(var detail) -> ProblemKind.NOT_FOUND.saying(detail);
                    case Refusal.Taken(var field, var detail) -> ProblemKind.TAKEN.about(field, detail);
                    case Refusal.Unfit(var field, var detail) -> ProblemKind.UNFIT.about(field, detail);
                    case Refusal.Stale(var _, var detail) -> ProblemKind.STALE.saying(detail);
                });
    }

    /** Shows how it is now: whoever wanted to change it can see the difference. */
    @SuppressWarnings("unchecked") // what is stale is of the kind that the outcome is about
    private static <T> ErrorResponseException stale(Refusal.Stale stale, Function<T, ?> representation) {
        var present = representation.apply((T) stale.present());
        var problem = ProblemKind.STALE.about(HttpHeaders.IF_MATCH, stale.detail());
        problem.setProperty("present", present);
        var exception = exception(problem);
        if (present instanceof VersionedResource resource) {
            exception.getHeaders().putAll(resource.tagged());
        }
        return exception;
    }

    private static ErrorResponseException exception(ProblemDetail problem) {
        return new ErrorResponseException(HttpStatus.valueOf(problem.getStatus()), problem, null);
    }

    private static URI below(String name) {
        return ServletUriComponentsBuilder.fromCurrentRequestUri()
                .pathSegment(name)
                .build()
                .encode()
                .toUri();
    }
}
