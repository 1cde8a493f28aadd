package dev.postern.backup.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/** A time that comes again and again. */
public sealed interface Plan {

    /** The last time that has come by {@code now}. */
    Instant lastUntil(Instant now);

    /** The first time that comes after {@code now}. */
    Instant nextAfter(Instant now);

    /**
     * Once a day, by the clock on the wall. Where the clock leaps over that time, it is as much later; where it shows it
     * twice, the first counts.
     */
    record Daily(LocalTime time, ZoneId zone) implements Plan {

        @Override
        public Instant lastUntil(Instant now) {
            var today = at(now.atZone(zone));
            return today.isAfter(now) ? at(now.atZone(zone).minusDays(1)) : today;
        }

        @Override
        public Instant nextAfter(Instant now) {
            var today = at(now.atZone(zone));
            return today.isAfter(now) ? today : at(now.atZone(zone).plusDays(1));
        }

        private Instant at(ZonedDateTime day) {
            return day.toLocalDate().atTime(time).atZone(zone).toInstant();
        }
    }

    /** Once a week; otherwise as {@link Daily}. */
    record Weekly(DayOfWeek day, LocalTime time, ZoneId zone) implements Plan {

        @Override
        public Instant lastUntil(Instant now) {
            var last = at(now.atZone(zone).with(TemporalAdjusters.previousOrSame(day)));
            return last.isAfter(now) ? at(now.atZone(zone).with(TemporalAdjusters.previous(day))) : last;
        }

        @Override
        public Instant nextAfter(Instant now) {
            var next = at(now.atZone(zone).with(TemporalAdjusters.nextOrSame(day)));
            return next.isAfter(now) ? next : at(now.atZone(zone).with(TemporalAdjusters.next(day)));
        }

        private Instant at(ZonedDateTime date) {
            return date.toLocalDate().atTime(time).atZone(zone).toInstant();
        }
    }

    /** At every multiple of a span, by the clock that knows no time zones. */
    record Every(Duration span) implements Plan {

        @Override
        public Instant lastUntil(Instant now) {
            return Instant.ofEpochSecond(now.getEpochSecond() / span.toSeconds() * span.toSeconds());
        }

        @Override
        public Instant nextAfter(Instant now) {
            return lastUntil(now).plus(span);
        }
    }
}
