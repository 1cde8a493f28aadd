package dev.postern.admin.listing;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In which order a list is wanted. What is equal by its key follows the name. */
public record Sorting<K extends Enum<K> & SortKey>(K key, boolean descending) {

    private static final String DESCENDING = "-";

    public static <K extends Enum<K> & SortKey> Sorting<K> by(K key) {
        return new Sorting<>(key, false);
    }

    /**
     * Parses {@code key}, or {@code -key} for the other way round.
     *
     * @throws IllegalArgumentException naming the keys that there are
     */
    public static <K extends Enum<K> & SortKey> Sorting<K> parse(String text, Class<K> keys) {
        var descending = text.startsWith(DESCENDING);
        var name = descending ? text.substring(1) : text;
        return Arrays.stream(keys.getEnumConstants())
                .filter(key -> key.field().equals(name))
                .findFirst()
                .map(key -> new Sorting<>(key, descending))
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is nothing to sort by; there is %s, each with a '-' before it for the other way round."
                                .formatted(name, names(keys))));
    }

    /**
     * For {@code order by}.
     *
     * @param last the column that puts what is equal in order
     */
    public String sql(String last) {
        return Stream.of(key.column(), last)
                .distinct()
                .map(column -> column + (descending ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return (descending ? DESCENDING : "") + key.field();
    }

    private static <K extends SortKey> String names(Class<K> keys) {
        return Arrays.stream(keys.getEnumConstants()).map(SortKey::field).collect(Collectors.joining(", "));
    }
}
