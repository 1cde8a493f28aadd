package dev.postern.ingest.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatTheOperatorWrote() throws IOException {
        write("main", """
                # A comment
                host = smtp.example.net
                  port = 587
                tls = starttls
                user = somebody
                daily-allowance = 100
                monthly-allowance =
                allowance-counts = messages
                fallback = second
                event-webhook-key = MFkw
                """);
        write("second", "host = other.example.net\nport = 465\ntls = implicit\n");

        assertThat(directory().read())
                .containsExactly(
                        new Relay(
                                "main",
                                "smtp.example.net",
                                587,
                                Optional.of("second"),
                                Optional.of("MFkw"),
                                new Allowance(OptionalLong.of(100), OptionalLong.empty(), false)),
                        new Relay(
                                "second",
                                "other.example.net",
                                465,
                                Optional.empty(),
                                Optional.empty(),
                                new Allowance(OptionalLong.empty(), OptionalLong.empty(), true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host = smtp.example.net",
                "host = smtp.example.net\nport = many",
                "host = a b\nport = 587",
                "host = x]:25 evil\nport = 587",
                "host = smtp.example.net\nport = 587\nfallback = ../other",
                "host = smtp.example.net\nport = 587\ndaily-allowance = -1",
                "host = \\u00zz\nport = 587",
            })
    void leavesOutWhatCannotBe(String settings) throws IOException {
        write("broken", settings);
        write("good", "host = smtp.example.net\nport = 587\n");

        assertThat(directory().read()).extracting(Relay::name).containsExactly("good");
    }

    @Test
    void leavesOutWhatHasNoNameForARelay() throws IOException {
        write("Not A Name", "host = smtp.example.net\nport = 587\n");

        assertThat(directory().read()).isEmpty();
    }

    @Test
    void isEmptyWhereThereIsNoDirectory() throws IOException {
        assertThat(new RelayDirectory(new RelaySettings(folder.resolve("nowhere"), Duration.ofSeconds(1))).read())
                .isEmpty();
    }

    private void write(String name, String settings) throws IOException {
        Files.writeString(folder.resolve(name + ".conf"), settings);
    }

    private RelayDirectory directory() {
        return new RelayDirectory(new RelaySettings(folder, Duration.ofSeconds(1)));
    }
}
