package dev.postern.backup.process;

import dev.postern.backup.process.ProgramFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program to its end.
 *
 * <p>Whoever waits for it can be interrupted, the work can be cancelled, and there is a limit to its time. In each case the
 * program is asked to end, and killed if it does not. Nothing of it is left when {@link #run} returns.
 */
public final class Program {

    private final Command command;
    private final Duration limit;
    private final Cancellation cancellation;

    /** @param limit how long it may take in all */
    public Program(Command command, Duration limit, Cancellation cancellation) {
        this.command = command;
        this.limit = limit;
        this.cancellation = cancellation;
    }

    /**
     * Runs it.
     *
     * @throws ProgramFailure if it had to be ended, or what goes in or comes out could not be read or written
     */
    public Ending run(Streams streams) throws ProgramFailure {
        if (cancellation.isRequested()) {
            throw stopped(null);
        }
        var process = start();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var _ = cancellation.onRequest(process::destroy)) {
            var running = new RunningProgram(command.program(), process, streams, threads);
            try {
                var ending = running.await(limit);
                if (cancellation.isRequested()) {
                    throw new ProgramFailure(Kind.STOPPED, ending.errors());
                }
                return ending;
            } catch (ProgramFailure failure) {
                throw cancellation.isRequested() ? stopped(failure) : failure;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw stopped(stopping);
            } finally {
                running.end();
            }
        }
    }

    private Process start() throws ProgramFailure {
        var words = new ArrayList<>(command.priority().prefix());
        words.addAll(command.words());
        var builder = new ProcessBuilder(words);
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        command.directory().ifPresent(place -> builder.directory(place.toFile()));
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new ProgramFailure(
                    Kind.NOT_STARTED,
                    "%s could not be started: %s".formatted(command.program(), failure.getMessage()),
                    failure);
        }
    }

    private ProgramFailure stopped(@Nullable Throwable cause) {
        return new ProgramFailure(Kind.STOPPED, command.program() + " was stopped", cause);
    }
}
