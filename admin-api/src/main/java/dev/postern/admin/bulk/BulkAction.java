package dev.postern.admin.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is done to many accounts at once. */
public enum BulkAction {
    ENABLE,
    DISABLE,
    DELETE,
    SET_QUOTA;

    /**
     * Parses it as the API writes it.
     *
     * @throws IllegalArgumentException naming what there is
     */
    public static BulkAction parse(String text) {
        return Arrays.stream(values())
                .filter(action -> action.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is nothing that can be done; there is %s."
                        .formatted(
                                text,
                                Arrays.stream(values()).map(BulkAction::text).collect(Collectors.joining(", ")))));
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
