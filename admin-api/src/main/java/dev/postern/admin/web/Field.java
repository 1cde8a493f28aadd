package dev.postern.admin.web;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of a request on its way to the type that the core knows it by. */
public record Field<T>(String name, @Nullable T value) {

    public static <T> Field<T> of(String name, @Nullable T value) {
        return new Field<>(name, value);
    }

    /**
     * Parses a field that has to be there.
     *
     * @param parser throws {@link IllegalArgumentException} with a text for the caller
     */
    public <R> R required(Function<? super T, ? extends R> parser) {
        if (value == null) {
            throw new InvalidRequest(name, "'%s' is missing.".formatted(name));
        }
        return parse(value, parser);
    }

    /** Absent and null mean the same: not said. */
    public <R> Optional<R> optional(Function<? super T, ? extends R> parser) {
        return value == null ? Optional.empty() : Optional.of(parse(value, parser));
    }

    private <V, R> R parse(V given, Function<? super V, ? extends R> parser) {
        try {
            return parser.apply(given);
        } catch (IllegalArgumentException unfit) {
            throw new InvalidRequest(name, String.valueOf(unfit.getMessage()));
        }
    }
}
