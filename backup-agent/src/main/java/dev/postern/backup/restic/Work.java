package dev.postern.backup.restic;

import dev.postern.backup.process.Cancellation;
import dev.postern.backup.process.Priority;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a piece of work is to be done.
 *
 * @param limit how long it may take
 * @param progress told about once a second, in another thread
 */
public record Work(Priority priority, Cancellation cancellation, Duration limit, Consumer<Progress> progress) {

    /** Work that nobody watches or ends. */
    public static Work within(Duration limit) {
        return new Work(Priority.NORMAL, new Cancellation(), limit, _ -> {});
    }

    public Work telling(Consumer<Progress> listener) {
        return new Work(priority, cancellation, limit, listener);
    }
}
