package dev.postern.ingest.body;

import dev.postern.ingest.deadline.Deadline;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.util.unit.DataSize;

/** Bytes that all messages at work may take together, counted in KiB. */
final class Budget {

    private static final int UNIT = 1024;

    private final int total;
    private final Semaphore units;

    Budget(DataSize size) {
        this.total = units(size.toBytes());
        this.units = new Semaphore(total, true);
    }

    /** Room at once or not at all. */
    Optional<Room> take(long bytes) {
        int wanted = units(bytes);
        return units.tryAcquire(wanted) ? Optional.of(new Room(units, wanted)) : Optional.empty();
    }

    /** Waits for room, first come, first served. */
    Optional<Room> await(long bytes, Deadline deadline) throws InterruptedException {
        int wanted = units(bytes);
        return units.tryAcquire(wanted, deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)
                ? Optional.of(new Room(units, wanted))
                : Optional.empty();
    }

    long usedBytes() {
        return (long) (total - units.availablePermits()) * UNIT;
    }

    private static int units(long bytes) {
        return Math.toIntExact((bytes + UNIT - 1) / UNIT);
    }
}
