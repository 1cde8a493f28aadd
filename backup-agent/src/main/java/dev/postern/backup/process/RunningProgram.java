package dev.postern.backup.process;

import dev.postern.backup.process.ProgramFailure.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program at work, with a thread for each of its three streams. */
final class RunningProgram {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final Pipe pipe;
    private final LastLines errors = new LastLines();
    private final Future<?> complaints;
    private final Future<?> output;
    private final Future<?> input;

    RunningProgram(String name, Process process, Streams streams, ExecutorService threads) {
        this.name = name;
        this.process = process;
        this.pipe = new Pipe(process.getOutputStream());
        this.complaints = threads.submit(() -> {
            readComplaints();
            return true;
        });
        this.output = threads.submit(() -> {
            streams.output().read(process.getInputStream());
            return true;
        });
        this.input = threads.submit(() -> {
            feed(streams.input());
            return true;
        });
    }

    Ending await(Duration limit) throws ProgramFailure, InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ProgramFailure(Kind.TOO_LONG, "%s did not finish within %s".formatted(name, inWords(limit)));
        }
        finish(complaints, "its complaints could not be read");
        finish(input, "what it was to be given could not be had");
        finish(output, "what it wrote could not be used");
        return new Ending(process.exitValue(), errors.text());
    }

    /** Asks it to end, and kills it if it does not. Whoever waits here cannot be interrupted. */
    void end() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        process.destroyForcibly();
        process.onExit().join();
    }

    private void finish(Future<?> stream, String problem) throws ProgramFailure, InterruptedException {
        try {
            stream.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw new ProgramFailure(
                    Kind.BROKEN_OFF, "%s: %s: %s".formatted(name, problem, failure.getCause()), failure.getCause());
        } catch (TimeoutException | CancellationException stuck) {
            throw new ProgramFailure(Kind.BROKEN_OFF, "%s: %s".formatted(name, problem), stuck);
        }
    }

    private void readComplaints() throws IOException {
        try (var text = new BufferedReader(process.errorReader(StandardCharsets.UTF_8))) {
            for (var line = text.readLine(); line != null; line = text.readLine()) {
                errors.add(line);
            }
        }
    }

    /**
     * Ends the program before it could see an end of its input, if there should have been more: it would take the part for
     * the whole. A program that has stopped listening says itself why.
     */
    private void feed(Streams.Writer writer) throws IOException, InterruptedException {
        try {
            writer.write(pipe);
            pipe.close();
        } catch (IOException | InterruptedException | RuntimeException failure) {
            if (!pipe.isBroken()) {
                process.destroyForcibly();
                process.onExit().join();
                throw failure;
            }
        }
    }

    private static String inWords(Duration limit) {
        return limit.toMinutes() > 0 ? limit.toMinutes() + " minutes" : limit.toSeconds() + " s";
    }
}
