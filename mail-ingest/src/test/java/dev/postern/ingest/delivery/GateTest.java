package dev.postern.ingest.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.ingest.deadline.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void letsNoMoreInThanThereArePlaces() throws Exception {
        var gate = new Gate("test", 2, Duration.ofMillis(20), metrics);
        assertThat(gate.enter(soon())).isTrue();
        assertThat(gate.enter(soon())).isTrue();
        assertThat(inflight()).isEqualTo(2);
        assertThat(gate.enter(soon())).isFalse();
        gate.leave();
        assertThat(gate.enter(soon())).isTrue();
    }

    @Test
    void waitsNoLongerThanTheRequestHas() throws Exception {
        var gate = new Gate("test", 1, Duration.ofHours(1), metrics);
        gate.enter(soon());
        assertThat(gate.enter(Deadline.in(Duration.ofMillis(20)))).isFalse();
    }

    @Test
    void letsInWhoWaitsWhenAPlaceBecomesFree() throws Exception {
        var gate = new Gate("test", 1, Duration.ofHours(1), metrics);
        gate.enter(soon());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> gate.enter(Deadline.in(Duration.ofHours(1))));
            gate.leave();
            await().until(waiting::isDone);
            assertThat(waiting.get()).isTrue();
        }
    }

    private double inflight() {
        return metrics.get("postern.ingest.inflight")
                .tag("stage", "test")
                .gauge()
                .value();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofMinutes(1));
    }
}
