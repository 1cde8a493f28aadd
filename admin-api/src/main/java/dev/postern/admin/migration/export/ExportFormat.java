package dev.postern.admin.migration.export;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What gave an export out, and how it is written. */
public enum ExportFormat {
    POSTFIXADMIN_SQL("postfixadmin-sql"),
    POSTFIXADMIN_CSV("postfixadmin-csv"),
    MAILCOW_SQL("mailcow-sql"),
    MAILCOW_JSON("mailcow-json"),
    DOCKER_MAILSERVER("docker-mailserver");

    private final String text;

    ExportFormat(String text) {
        this.text = text;
    }

    /** As the API writes it. */
    public String text() {
        return text;
    }

    /**
     * Parses what {@link #text()} writes.
     *
     * @throws IllegalArgumentException naming those that there are
     */
    public static ExportFormat parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is no format of an export; there are %s."
                        .formatted(
                                text,
                                Arrays.stream(values()).map(ExportFormat::text).collect(Collectors.joining(", ")))));
    }
}
