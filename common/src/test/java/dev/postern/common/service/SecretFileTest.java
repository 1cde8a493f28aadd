package dev.postern.common.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class SecretFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void readsWhatIsBetweenTheWhiteSpace() throws IOException {
        assertThat(SecretFile.read(file(" s3cret pass \n".getBytes(UTF_8)))).isEqualTo("s3cret pass");
    }

    @Test
    void namesTheFileAndTheFix() throws IOException {
        assertRefused(directory.resolve("none"), "does not exist", "mount the secret");
        assertRefused(directory, "is a directory", "Remove it");
        assertRefused(file("\n".getBytes(UTF_8)), "is empty", "Write the secret into it");
        assertRefused(file(new byte[] {(byte) 0xff, 0}), "is not UTF-8 text", "Base64");
        assertRefused(file(new byte[70_000]), "larger than 64 KiB", "right file");
    }

    @Test
    void endsAStartWithTheProblemAndTheFixApart() {
        var refusal = new UnusableSecret(Path.of("/run/secrets/ingest_keys"), "is empty", "Write the secret into it.");

        var analysis = new UnusableSecretFailureAnalyzer().analyze(new IllegalStateException("start", refusal));

        assertThat(analysis)
                .extracting(FailureAnalysis::getDescription, FailureAnalysis::getAction)
                .containsExactly("The secret file /run/secrets/ingest_keys is empty.", "Write the secret into it.");
    }

    private static void assertRefused(Path file, String problem, String fix) {
        assertThatExceptionOfType(UnusableSecret.class)
                .isThrownBy(() -> SecretFile.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(problem)
                .withMessageContaining(fix);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(directory.resolve("secret"), content);
    }
}
