package dev.postern.admin.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A line of a file on its way to the types that the core knows. What is wrong with it is told of its column. */
record CsvLine(long number, Map<String, String> values, List<LineProblem> problems) {

    /** What a column that may stay empty says. */
    <T> Optional<T> optional(String column, Function<String, T> parser) {
        var text = values.getOrDefault(column, "");
        return text.isBlank() ? Optional.empty() : parse(column, text, parser);
    }

    /** The same for a column that has to be filled in. */
    <T> Optional<T> required(String column, Function<String, T> parser) {
        var text = values.getOrDefault(column, "");
        if (text.isBlank()) {
            tell(column, "'%s' is missing.".formatted(column));
            return Optional.empty();
        }
        return parse(column, text, parser);
    }

    void tell(String column, String detail) {
        problems.add(new LineProblem(number, column, detail));
    }

    private <T> Optional<T> parse(String column, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException unfit) {
            tell(column, String.valueOf(unfit.getMessage()));
            return Optional.empty();
        }
    }

    static boolean truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw new IllegalArgumentException("'%s' is neither true nor false.".formatted(text));
        };
    }

    static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("'%s' is no whole number.".formatted(text), none);
        }
    }
}
