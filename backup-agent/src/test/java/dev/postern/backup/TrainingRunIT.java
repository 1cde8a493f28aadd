package dev.postern.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image build trains the JVM's AOT cache with the packaged service, where there is nothing but the service. */
class TrainingRunIT {

    @Test
    void theWholeContextStandsWithoutDatabaseSecretsOrNetwork(@TempDir Path folder) throws Exception {
        var log = folder.resolve("log").toFile();

        var training = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-Dspring.profiles.active=training",
                        "-Dspring.context.exit=onRefresh",
                        "-jar",
                        packagedService().toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();

        assertThat(training.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(training.exitValue()).as(Files.readString(log.toPath())).isZero();
    }

    private static Path packagedService() throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("target"), "backup-agent-*.jar")) {
            return jars.iterator().next().toAbsolutePath();
        }
    }
}
