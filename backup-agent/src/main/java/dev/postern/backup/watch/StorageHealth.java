package dev.postern.backup.watch;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether the agent can tell how things are: it has measured every place, and not too long ago. A full disk is not its
 * own fault; that shows on the page and in the metrics.
 */
final class StorageHealth extends AbstractHealthIndicator {

    private static final int MISSED_MEASUREMENTS = 3;

    private final StorageWatch watch;
    private final Duration longestSilence;
    private final InstantSource clock;

    StorageHealth(StorageWatch watch, Duration interval, InstantSource clock) {
        super("The storage cannot be measured");
        this.watch = watch;
        this.longestSilence = interval.multipliedBy(MISSED_MEASUREMENTS);
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var report = watch.latest();
        var silence = Duration.between(report.measuredAt(), clock.instant());
        var current = silence.compareTo(longestSilence) <= 0;
        health.status(report.isComplete() && current ? "UP" : "DOWN").withDetail("measuredAt", report.measuredAt());
    }
}
