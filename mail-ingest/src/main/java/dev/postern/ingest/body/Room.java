package dev.postern.ingest.body;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A part of a budget that one message holds until it is closed; closing twice gives back once. */
final class Room implements AutoCloseable {

    private final Semaphore budget;
    private final int units;
    private final AtomicBoolean held = new AtomicBoolean(true);

    Room(Semaphore budget, int units) {
        this.budget = budget;
        this.units = units;
    }

    @Override
    public void close() {
        if (held.compareAndSet(true, false)) {
            budget.release(units);
        }
    }
}
