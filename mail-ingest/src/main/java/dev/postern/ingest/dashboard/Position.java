package dev.postern.ingest.dashboard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place in the list of receipts, newest first. In the address of a page: microseconds since 1970, a dot, and the id. */
record Position(Instant receivedAt, long id) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})\\.([0-9]{1,18})");

    static Optional<Position> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var time = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
        return Optional.of(new Position(time, Long.parseLong(matcher.group(2))));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, receivedAt) + "." + id;
    }
}
