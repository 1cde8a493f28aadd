package dev.postern.ingest.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of Postfix's log that tell of a delivery attempt. Their form is that of {@code log_adhoc} in Postfix, where
 * the address comes from outside and may hold anything but a line end; so the line is read from both its ends.
 */
final class LogLine {

    private static final Pattern ATTEMPT = Pattern.compile("(?<time>[A-Z][a-z]{2} [ 0-9]\\d \\d\\d:\\d\\d:\\d\\d) \\S+ "
            + "postfix/(?<service>[\\w-]+)(?:/\\w+)?\\[\\d+]: (?<queueId>[0-9A-Za-z]{6,20}): to=<(?<recipient>.*?)>, "
            + "(?:orig_to=<.*?>, )?relay=(?<relay>[^,]+), (?:conn_use=\\d+, )?delay=[\\d.]+, delays=[\\d./]+, "
            + "dsn=(?<dsn>\\d\\.\\d{1,3}\\.\\d{1,3}), status=(?<status>\\w+) \\((?<reply>.*)\\)");
    private static final Map<String, Attempt.State> STATES = Map.of(
            "sent", Attempt.State.SENT,
            "deferred", Attempt.State.DEFERRED,
            "bounced", Attempt.State.BOUNCED);

    private final InstantSource clock;

    LogLine(InstantSource clock) {
        this.clock = clock;
    }

    Optional<Attempt> attempt(String line) {
        var found = ATTEMPT.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(STATES.get(found.group("status")))
                .flatMap(state -> time(found.group("time")).map(at -> attempt(found, at, state)));
    }

    private static Attempt attempt(Matcher found, Instant at, Attempt.State state) {
        return new Attempt(
                at,
                found.group("queueId"),
                found.group("recipient"),
                found.group("service"),
                found.group("relay"),
                found.group("dsn"),
                state,
                found.group("reply"));
    }

    /** The log has no year: it is the last one in which that day was not in the future. */
    private Optional<Instant> time(String text) {
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return parse(text, now.getYear())
                .filter(time -> !time.isAfter(now.plus(Period.ofDays(1))))
                .or(() -> parse(text, now.getYear() - 1))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    private static Optional<LocalDateTime> parse(String text, int year) {
        DateTimeFormatter format = new DateTimeFormatterBuilder()
                .appendPattern("MMM ppd HH:mm:ss")
                .parseDefaulting(ChronoField.YEAR, year)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        try {
            return Optional.of(LocalDateTime.parse(text, format));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
