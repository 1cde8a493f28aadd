package dev.postern.backup.restic;

import dev.postern.backup.process.Cancellation;
import dev.postern.backup.process.Command;
import dev.postern.backup.process.Priority;
import dev.postern.backup.process.Program;
import dev.postern.backup.process.ProgramFailure;
import dev.postern.backup.process.Streams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The program itself.
 *
 * @param file where it lies
 * @param temporary a directory where it may write what it needs for a moment
 */
public record ResticProgram(Path file, Path temporary) {

    /** The version that all this is tested with. */
    public static final String VERSION = "0.18.0";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /**
     * Looks whether it is the right one.
     *
     * @throws ResticFailure if it is not there, or another version than the one tested
     */
    public void check() throws ResticFailure {
        var found = new StringBuilder();
        var command = new Command(
                List.of(file.toString(), "version"),
                Map.of("HOME", temporary.toString()),
                Optional.empty(),
                Priority.NORMAL);
        try {
            new Program(command, LIMIT, new Cancellation()).run(Streams.lines(found::append));
        } catch (ProgramFailure missing) {
            throw new ResticFailure(ResticFailure.Kind.OTHER_VERSION, missing.getMessage(), missing);
        }
        if (!found.toString().startsWith("restic " + VERSION + " ")) {
            throw new ResticFailure(
                    ResticFailure.Kind.OTHER_VERSION,
                    "%s is \"%s\", but restic %s is needed: the image holds another one."
                            .formatted(file, found, VERSION));
        }
    }
}
