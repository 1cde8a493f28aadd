package dev.postern.ingest.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** How far back the dashboard looks; a chart has 60 to 96 points, whichever it is. */
enum TimeRange {
    HOUR("1h", Duration.ofMinutes(1), 60),
    DAY("24h", Duration.ofMinutes(15), 96),
    WEEK("7d", Duration.ofHours(2), 84),
    MONTH("30d", Duration.ofHours(8), 90);

    private final String tag;
    private final Duration step;
    private final int steps;

    TimeRange(String tag, Duration step, int steps) {
        this.tag = tag;
        this.step = step;
        this.steps = steps;
    }

    static Optional<TimeRange> ofTag(String tag) {
        return Arrays.stream(values()).filter(range -> range.tag.equals(tag)).findFirst();
    }

    /** In addresses of pages and in names of texts. */
    public String tag() {
        return tag;
    }

    /** The steps up to now, the present one included, which is not over yet. */
    Period endingAt(Instant now) {
        var present = Period.floor(now, step);
        return new Period(present.minus(step.multipliedBy(steps - 1L)), step, steps);
    }
}
