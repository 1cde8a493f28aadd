package dev.postern.backup.restic;

import dev.postern.backup.process.Command;
import dev.postern.backup.process.Ending;
import dev.postern.backup.process.Program;
import dev.postern.backup.process.ProgramFailure;
import dev.postern.backup.process.Streams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** restic at work on one repository. Passwords reach it as the names of files. */
final class Restic {

    private final ResticProgram program;
    private final Repository repository;

    Restic(ResticProgram program, Repository repository) {
        this.program = program;
        this.repository = repository;
    }

    Repository repository() {
        return repository;
    }

    /** Runs a command that ends with 0, or fails. */
    void run(String task, Work work, Streams streams, List<String> words) throws ResticFailure {
        var ending = attempt(task, work, streams, Optional.empty(), words);
        if (ending.exitCode() != ExitCode.OK) {
            throw ExitCode.explain(repository, task, ending);
        }
    }

    /** Runs a command in a directory, whatever it ends with. */
    Ending attempt(String task, Work work, Streams streams, Optional<Path> directory, List<String> words)
            throws ResticFailure {
        var all = new ArrayList<String>();
        all.add(program.file().toString());
        all.addAll(List.of("--json", "--no-cache", "--repo", repository.location()));
        all.addAll(List.of("--password-file", repository.passwordFile().toString()));
        all.addAll(words);
        var command = new Command(all, environment(), directory, work.priority());
        try {
            return new Program(command, work.limit(), work.cancellation()).run(streams);
        } catch (ProgramFailure failure) {
            throw ExitCode.explain(repository, task, failure);
        }
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(repository.environment());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TMPDIR", program.temporary().toString());
        environment.put("HOME", program.temporary().toString());
        environment.put("RESTIC_PROGRESS_FPS", "1");
        // What Go's collector leaves lying about would count against the container's memory.
        environment.put("GOGC", "50");
        return environment;
    }
}
