package dev.postern.ingest.body;

import dev.postern.ingest.deadline.Deadline;
import java.nio.file.Path;
import java.util.Optional;

/** The room there is for bodies: some memory, and a directory for what is large. */
final class Storage {

    private final BodySettings settings;
    private final Budget memory;
    private final Budget spool;

    Storage(BodySettings settings) {
        this.settings = settings;
        this.memory = new Budget(settings.memoryBudget());
        this.spool = new Budget(settings.spoolBudget());
    }

    int memoryLimit() {
        return Math.toIntExact(settings.memoryLimit().toBytes());
    }

    long maxSize() {
        return settings.maxSize().toBytes();
    }

    Path directory() {
        return settings.spoolDir();
    }

    /** Memory is not waited for: what finds none goes to the spool. */
    Optional<Room> memory(long size) {
        return memory.take(size);
    }

    Room spool(long size, Deadline deadline) throws NoRoom, InterruptedException {
        return spool.await(size, deadline)
                .orElseThrow(
                        () -> new NoRoom("the spool budget of %s is used up".formatted(settings.spoolBudget()), null));
    }

    long memoryInUse() {
        return memory.usedBytes();
    }

    long spoolInUse() {
        return spool.usedBytes();
    }
}
