package dev.postern.ingest.smtp;

import dev.postern.ingest.deadline.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says whether the next hop greets us. It is asked at most every few seconds, whoever wants to know. */
@Component("handover")
final class HandoverProbe implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final SmtpSettings settings;
    private final InstantSource clock;
    private @Nullable Health last;
    private Instant askAgainAt = Instant.MIN;

    HandoverProbe(SmtpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        var known = last;
        if (known == null || !clock.instant().isBefore(askAgainAt)) {
            known = ask();
            last = known;
            askAgainAt = clock.instant().plus(settings.probeEvery());
        }
        return known;
    }

    private Health ask() {
        var hop = settings.host() + ":" + settings.port();
        try {
            SmtpConnection.open(settings, Deadline.in(PATIENCE)).quit();
            return Health.up().withDetail("nextHop", hop).build();
        } catch (StepFailed failure) {
            return Health.outOfService()
                    .withDetail("nextHop", hop)
                    .withDetail("step", failure.step())
                    .withDetail("problem", String.valueOf(failure.getMessage()))
                    .build();
        }
    }
}
