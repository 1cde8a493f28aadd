package dev.postern.ingest.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.ingest.deadline.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void letsNoMoreInThanThereArePlaces() throws Exception {
        var gate = new Gate("test", 2, Duration.ofMillis(20), metrics);
        var first = gate.enter(soon());
        gate.enter(soon());
        assertThat(inflight()).isEqualTo(2);
        assertThatThrownBy(() -> gate.enter(soon())).isInstanceOf(Gate.Full.class);

        first.close();

        gate.enter(soon());
        assertThat(inflight()).isEqualTo(2);
    }

    @Test
    void countsHowManyPlacesSomethingNeeds() throws Exception {
        var gate = new Gate("test", 10, Duration.ofMillis(20), metrics);
        var heavy = gate.enter(8, soon());
        assertThatThrownBy(() -> gate.enter(3, soon())).isInstanceOf(Gate.Full.class);
        gate.enter(2, soon());
        assertThat(inflight()).isEqualTo(10);

        heavy.close();

        assertThat(inflight()).isEqualTo(2);
    }

    @Test
    void letsWhatNeedsMoreThanThereIsInAlone() throws Exception {
        var gate = new Gate("test", 10, Duration.ofMillis(20), metrics);
        var first = gate.enter(1, soon());
        assertThatThrownBy(() -> gate.enter(1000, soon())).isInstanceOf(Gate.Full.class);
        first.close();

        gate.enter(1000, soon()).close();

        assertThat(inflight()).isZero();
    }

    @Test
    void waitsNoLongerThanTheRequestHas() throws Exception {
        var gate = new Gate("test", 1, Duration.ofHours(1), metrics);
        gate.enter(soon());
        assertThatThrownBy(() -> gate.enter(Deadline.in(Duration.ofMillis(20)))).isInstanceOf(Gate.Full.class);
    }

    @Test
    void letsInWhoWaitsWhenAPlaceBecomesFree() throws Exception {
        var gate = new Gate("test", 1, Duration.ofHours(1), metrics);
        var first = gate.enter(soon());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> gate.enter(Deadline.in(Duration.ofHours(1))));
            first.close();
            assertThat(waiting.get(30, TimeUnit.SECONDS)).isNotNull();
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
