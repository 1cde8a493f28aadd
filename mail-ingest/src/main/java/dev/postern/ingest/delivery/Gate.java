package dev.postern.ingest.delivery;

import dev.postern.ingest.deadline.Deadline;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets as many pass at a time as there are places for, in the order in which they came. */
final class Gate {

    private final Semaphore places;
    private final int size;
    private final Duration maxWait;

    Gate(String name, int size, Duration maxWait, MeterRegistry metrics) {
        this.places = new Semaphore(size, true);
        this.size = size;
        this.maxWait = maxWait;
        Gauge.builder("postern.ingest.inflight", places, semaphore -> size - semaphore.availablePermits())
                .tag("stage", name)
                .description("Places taken, of those that bound what is at work at a time")
                .register(metrics);
    }

    /** Waits for as many places as something needs. What needs more than there are takes all of them. */
    Pass enter(int needed, Deadline deadline) throws Full, InterruptedException {
        int taken = Math.min(needed, size);
        var patience = deadline.atMost(maxWait).remaining();
        if (!places.tryAcquire(taken, patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new Full();
        }
        return () -> places.release(taken);
    }

    Pass enter(Deadline deadline) throws Full, InterruptedException {
        return enter(1, deadline);
    }

    /** Held by whoever is inside; closing it gives the places back. */
    @FunctionalInterface
    interface Pass extends AutoCloseable {

        @Override
        void close();
    }

    /** There was no room in time. */
    static final class Full extends Exception {

        private static final long serialVersionUID = 1L;

        private Full() {
            super("no room in time", null, false, false);
        }
    }
}
