package dev.postern.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** How the packaged service of a module fared in a training run, as the image build does it for the AOT cache. */
public record TrainingRun(int exitValue, String log) {

    private static final int PATIENCE_IN_SECONDS = 120;

    /**
     * Runs the service with nothing around it, and waits for its end.
     *
     * @param module the name of the module whose tests run, so that its jar is in {@code target}
     * @param folder where the run may write its log
     */
    public static TrainingRun of(String module, Path folder) throws IOException, InterruptedException {
        var log = folder.resolve("log");
        var training = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-Dspring.profiles.active=training",
                        "-Dspring.context.exit=onRefresh",
                        "-jar",
                        packagedService(module).toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(training.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new TrainingRun(training.exitValue(), Files.readString(log));
    }

    private static Path packagedService(String module) throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("target"), module + "-*.jar")) {
            return jars.iterator().next().toAbsolutePath();
        }
    }
}
