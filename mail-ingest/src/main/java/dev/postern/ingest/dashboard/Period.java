package dev.postern.ingest.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stretch of time in equal steps, each of which begins at a multiple of its length since 1970: the same steps for
 * whoever asks, whenever he does.
 */
record Period(Instant start, Duration step, int steps) {

    static Instant floor(Instant time, Duration step) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }

    Instant end() {
        return startOf(steps);
    }

    List<Instant> starts() {
        return IntStream.range(0, steps).mapToObj(this::startOf).toList();
    }

    /** What is left of this period from the step on that {@code time} is in. */
    Period from(Instant time) {
        var first = floor(time, step);
        if (!first.isAfter(start)) {
            return this;
        }
        return new Period(first, step, Math.clamp(first.until(end()).dividedBy(step), 0, steps));
    }

    private Instant startOf(int number) {
        return start.plus(step.multipliedBy(number));
    }
}
