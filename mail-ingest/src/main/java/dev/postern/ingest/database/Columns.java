package dev.postern.ingest.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

/** How values are written into columns, and read from them: times are UTC, texts are never null. */
public final class Columns {

    private Columns() {}

    public static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    public static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    /** As much of a text as the column takes, in characters. */
    public static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** For {@code LIKE ? ESCAPE '!'}. */
    public static String beginningWith(String text) {
        return text.replaceAll("[!%_]", "!$0") + "%";
    }
}
