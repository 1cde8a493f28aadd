package dev.postern.common.service;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A secret file that is missing or of no use. */
public final class UnusableSecret extends IllegalStateException {

    private final String problem;
    private final String fix;

    UnusableSecret(Path file, String problem, String fix) {
        this(file, problem, fix, null);
    }

    UnusableSecret(Path file, String problem, String fix, @Nullable Throwable cause) {
        this("The secret file %s %s.".formatted(file.toAbsolutePath(), problem), fix, cause);
    }

    private UnusableSecret(String problem, String fix, @Nullable Throwable cause) {
        super(problem + " " + fix, cause);
        this.problem = problem;
        this.fix = fix;
    }

    String problem() {
        return problem;
    }

    String fix() {
        return fix;
    }
}
