package dev.postern.ingest.smtp;

import dev.postern.ingest.deadline.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes a socket when its time is up. A write to a server that reads no more would else never end: it has no time-out. */
final class Watchdog implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    Watchdog() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("smtp-watchdog").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    Guard guard(Socket socket, Deadline deadline) {
        return new Guard(
                timer.schedule(() -> close(socket), deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
    }

    void every(long seconds, Runnable task) {
        var _ = timer.scheduleWithFixedDelay(task, seconds, seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The socket is watched until this is closed. */
    record Guard(ScheduledFuture<?> closing) implements AutoCloseable {

        @Override
        public void close() {
            closing.cancel(false);
        }
    }
}
