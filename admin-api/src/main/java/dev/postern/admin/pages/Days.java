package dev.postern.admin.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Days by UTC, as people choose them in a form. */
public final class Days {

    private Days() {}

    /**
     * The first moment of a day.
     *
     * @throws IllegalArgumentException saying how to write it
     */
    public static Instant beginOf(String day) {
        return parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /**
     * The first moment after a day.
     *
     * @throws IllegalArgumentException saying how to write it
     */
    public static Instant endOf(String day) {
        return parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static LocalDate parse(String day) {
        try {
            var date = LocalDate.parse(day.strip());
            if (date.getYear() < 1970 || date.getYear() > 9000) {
                throw new IllegalArgumentException("'%s' is no day; write it like 2026-12-31.".formatted(day));
            }
            return date;
        } catch (DateTimeParseException unfit) {
            throw new IllegalArgumentException("'%s' is no day; write it like 2026-12-31.".formatted(day), unfit);
        }
    }
}
