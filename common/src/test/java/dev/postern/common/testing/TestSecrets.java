package dev.postern.common.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The secret files of a service under test. */
public final class TestSecrets {

    public static final String TOKEN = "6f1d4f2e8a7b3c905d1e2f3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e";
    public static final String OPERATOR_PASSWORD = "seven tall lighthouses";

    private TestSecrets() {}

    /** Writes a secret into a file of its own, which goes when the JVM ends. */
    public static Path file(String name, String content) {
        try {
            var folder = Files.createTempDirectory("postern-secrets");
            var file = Files.writeString(folder.resolve(name), content + "\n");
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }
}
