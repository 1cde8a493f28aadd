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
public final class HandoverProbe implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final SmtpSettings settings;
    private final InstantSource clock;
    private @Nullable State last;
    private Instant askAgainAt = Instant.MIN;

    HandoverProbe(SmtpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var state = state();
        var health = (state.up() ? Health.up() : Health.outOfService())
                .withDetail("nextHop", state.nextHop())
                .withDetail("since", state.since());
        if (state.step() != null) {
            health.withDetail("step", state.step());
        }
        return (state.up() ? health : health.withDetail("problem", state.problem())).build();
    }

    public synchronized State state() {
        var known = last;
        if (known == null || !clock.instant().isBefore(askAgainAt)) {
            known = ask(known);
            last = known;
            askAgainAt = clock.instant().plus(settings.probeEvery());
        }
        return known;
    }

    private State ask(@Nullable State before) {
        var nextHop = settings.host() + ":" + settings.port();
        try {
            SmtpConnection.open(settings, Deadline.in(PATIENCE)).quit();
            return new State(true, since(true, before), nextHop, null, "");
        } catch (StepFailed failure) {
            return new State(
                    false, since(false, before), nextHop, failure.step(), String.valueOf(failure.getMessage()));
        }
    }

    private Instant since(boolean up, @Nullable State before) {
        return before != null && before.up() == up ? before.since() : clock.instant();
    }

    /**
     * Whether messages can be handed over.
     *
     * @param since when it has been so, as far as we know
     * @param step that failed, if one did
     */
    public record State(
            boolean up,
            Instant since,
            String nextHop,
            @Nullable Step step,
            String problem) {}
}
