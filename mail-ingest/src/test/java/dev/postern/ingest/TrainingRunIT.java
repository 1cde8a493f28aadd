package dev.postern.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.testing.TrainingRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image build trains the JVM's AOT cache with the packaged service, where there is nothing but the service. */
class TrainingRunIT {

    @Test
    void theWholeContextStandsWithoutDatabaseSecretsOrNetwork(@TempDir Path folder) throws Exception {
        var training = TrainingRun.of("mail-ingest", folder);

        assertThat(training.exitValue()).as(training.log()).isZero();
    }
}
