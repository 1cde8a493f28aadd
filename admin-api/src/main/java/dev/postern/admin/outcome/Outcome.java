package dev.postern.admin.outcome;

import java.util.function.Function;

/** What became of a request: it was done, or refused for a reason that is no fault of the platform. */
public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Refusal refusal) implements Outcome<T> {}

    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(var value) -> new Done<R>(change.apply(value));
            case Refused<T>(var refusal) -> new Refused<>(refusal);
        };
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }
}
