package dev.postern.admin.self;

import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is wrong with a form that was filled in, field by field. */
public final class Complaints {

    /** What is about the form as a whole. */
    private static final String FORM = "";

    private final Map<String, String> byField = new LinkedHashMap<>();

    /**
     * What a field says; empty, with a complaint, if that cannot be understood.
     *
     * @param parser throws {@link IllegalArgumentException} with a text for the reader
     */
    public <T> Optional<T> parse(String field, String typed, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(typed));
        } catch (IllegalArgumentException unfit) {
            add(field, String.valueOf(unfit.getMessage()));
            return Optional.empty();
        }
    }

    /** The same for a field that may stay empty. */
    public <T> Optional<T> parseIfFilled(String field, String typed, Function<String, T> parser) {
        return typed.isBlank() ? Optional.empty() : parse(field, typed, parser);
    }

    /** What was done; empty, with a complaint, if it was refused. */
    public <T> Optional<T> take(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> Optional.of(value);
            case Outcome.Refused<T>(var refusal) -> {
                add(refusal);
                yield Optional.empty();
            }
        };
    }

    private void add(Refusal refusal) {
        switch (refusal) {
            case Refusal.Taken(var field, var detail) -> add(field, detail);
            case Refusal.Unfit(var field, var detail) -> add(field, detail);
            case Refusal.Missing(var detail) -> add(FORM, detail);
            case Refusal.Stale(var _, var detail) -> add(FORM, detail);
        }
    }

    public void add(String field, String detail) {
        byField.putIfAbsent(field, detail);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    /** The complaint about a field, if there is one. */
    public @Nullable String of(String field) {
        return byField.get(field);
    }

    /** Those that are about none of these fields, for the top of the form. */
    public List<String> besides(String... fields) {
        var shown = Set.of(fields);
        return byField.entrySet().stream()
                .filter(entry -> !shown.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
