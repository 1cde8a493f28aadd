package dev.postern.admin.migration.export;

import java.util.Map;
import java.util.Optional;

/**
 * A row of a table of another mail server.
 *
 * @param table in small letters
 * @param values by the names of their columns in small letters; what is NULL is left out
 */
record TableRow(String table, Place place, Map<String, String> values) {

    TableRow {
        values = Map.copyOf(values);
    }

    /** Empty also where nothing is in it. */
    Optional<String> value(String column) {
        return Optional.ofNullable(values.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    String text(String column) {
        return value(column).orElse("");
    }

    /** A whole number; empty for anything else. */
    Optional<Long> number(String column) {
        return value(column).flatMap(TableRow::parsed);
    }

    private static Optional<Long> parsed(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Whether a column says yes, or says nothing. */
    boolean isOn(String column) {
        var text = text(column);
        return text.isEmpty() || isYes(text);
    }

    /** Whether a column says yes. */
    boolean says(String column) {
        return isYes(text(column));
    }

    private static boolean isYes(String text) {
        return text.equals("1") || text.equalsIgnoreCase("t") || text.equalsIgnoreCase("true");
    }
}
