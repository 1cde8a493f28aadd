package dev.postern.ingest.delivery;

import dev.postern.ingest.deadline.Deadline;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a bounded number pass at a time, in the order in which they came. */
final class Gate {

    private final Semaphore places;
    private final Duration maxWait;

    Gate(String name, int size, Duration maxWait, MeterRegistry metrics) {
        this.places = new Semaphore(size, true);
        this.maxWait = maxWait;
        Gauge.builder("postern.ingest.inflight", places, semaphore -> size - semaphore.availablePermits())
                .tag("stage", name)
                .description("Requests at work")
                .register(metrics);
    }

    /** Waits for a place; whoever got one gives it back. */
    boolean enter(Deadline deadline) throws InterruptedException {
        return places.tryAcquire(deadline.atMost(maxWait).remaining().toNanos(), TimeUnit.NANOSECONDS);
    }

    void leave() {
        places.release();
    }
}
