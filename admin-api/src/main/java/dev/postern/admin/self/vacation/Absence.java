package dev.postern.admin.self.vacation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * From when until when somebody is away.
 *
 * @param first empty: already
 * @param last the last whole day; empty: until he says otherwise
 * @param zone whose days they are
 */
record Absence(Optional<LocalDate> first, Optional<LocalDate> last, ZoneId zone) {

    Absence {
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            throw new IllegalArgumentException("The last day is before the first one; exchange them.");
        }
    }

    /** One that begins at once and has no end. */
    static Absence openIn(ZoneId zone) {
        return new Absence(Optional.empty(), Optional.empty(), zone);
    }

    Optional<Instant> begin() {
        return first.map(day -> day.atStartOfDay(zone).toInstant());
    }

    /** The first moment of the day after the last one. */
    Optional<Instant> end() {
        return last.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The time zones there are, by place: {@code Asia/Tokyo}. */
    static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted()
                .toList();
    }

    /**
     * Parses the name of a time zone.
     *
     * @throws IllegalArgumentException saying what one looks like
     */
    static ZoneId zone(String text) {
        if (text.equals(ZoneOffset.UTC.getId()) || text.equals("UTC")) {
            return ZoneId.of("UTC");
        }
        if (!zones().contains(text)) {
            throw new IllegalArgumentException("'%s' is no time zone; write it like Asia/Tokyo.".formatted(text));
        }
        return ZoneId.of(text);
    }

    /**
     * Parses a day.
     *
     * @throws IllegalArgumentException saying what one looks like
     */
    static LocalDate day(String text) {
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw new IllegalArgumentException("'%s' is no day; write it like 2026-12-24.".formatted(text));
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("There is no such day as '%s'.".formatted(text), impossible);
        }
    }
}
