package dev.postern.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postern.common.mail.Sha256;
import dev.postern.common.testing.TestDatabase;
import dev.postern.ingest.support.RunningIngest;
import dev.postern.ingest.support.ScriptedSmtpServer;
import dev.postern.ingest.support.SignedRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class StartIT {

    private static final byte[] NEW_KEY = Sha256.of("a new key".getBytes(UTF_8)).bytes();
    private static final byte[] MESSAGE = "Subject: x\r\n\r\nhello\r\n".getBytes(UTF_8);

    @TempDir
    Path directory;

    private ScriptedSmtpServer nextHop;

    @BeforeEach
    void start() throws IOException {
        nextHop = new ScriptedSmtpServer();
    }

    @AfterEach
    void stop() {
        nextHop.close();
    }

    @Test
    void makesItsSchemaAndStartsAgainOnIt() throws SQLException {
        startAndWaitForTheDatabase();
        var before = migrations();
        startAndWaitForTheDatabase();
        assertThat(before).contains("receipts");
        assertThat(migrations()).isEqualTo(before);
    }

    @Test
    void takesNewSigningKeysWithoutARestart() throws IOException {
        try (var service = start(Map.of())) {
            assertThat(statusWithNewKey(service)).isEqualTo(401);

            Files.writeString(
                    directory.resolve("ingest_keys"), line("test", SignedRequests.KEY) + line("new", NEW_KEY));

            await().untilAsserted(() -> assertThat(statusWithNewKey(service)).isEqualTo(200));
            assertThat(service.post(SignedRequests.request(), MESSAGE).status()).isEqualTo(200);
        }
    }

    @Test
    void saysWhichSecretIsMissingOrOfNoUse() throws IOException {
        var guessable = Files.writeString(
                directory.resolve("short"), "k1 " + Base64.getEncoder().encodeToString(new byte[8]));
        assertRefused("postern.ingest.signature.keys-file", "/nowhere/ingest_keys", "/nowhere/ingest_keys");
        assertRefused("postern.ingest.signature.keys-file", guessable.toString(), "shorter than 32 bytes");
        assertRefused("postern.ingest.delivery.key-file", "/nowhere/delivery_key", "/nowhere/delivery_key");
        assertRefused("postern.ingest.delivery.key-file", guessable.toString(), "openssl rand -base64 32");
    }

    @Test
    void refusesSettingsThatCannotHold() {
        assertRefused("postern.ingest.delivery.answer-within", "45s", "answerWithin");
        assertRefused("postern.ingest.smtp.max-connections", "0", "maxConnections");
        assertRefused("postern.ingest.body.memory-limit", "1GB", "memory-limit may not exceed memory-budget");
    }

    private void assertRefused(String property, String value, String text) {
        assertThatThrownBy(() -> start(Map.of(property, value)).close()).hasStackTraceContaining(text);
    }

    private void startAndWaitForTheDatabase() {
        try (var service = start(RunningIngest.databaseAt(TestDatabase.host(), TestDatabase.port(), directory))) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(service.get(service.management("/actuator/health"))
                                    .json()
                                    .at("/components/receipts/details/database")
                                    .asString(""))
                            .isEqualTo("up"));
        }
    }

    private RunningIngest start(Map<String, String> settings) {
        return RunningIngest.start(nextHop, directory, settings);
    }

    private static int statusWithNewKey(RunningIngest service) {
        return service.post(SignedRequests.request().key("new", NEW_KEY), MESSAGE)
                .status();
    }

    private static String line(String id, byte[] key) {
        return id + " " + Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static List<String> migrations() throws SQLException {
        var descriptions = new ArrayList<String>();
        try (var connection = TestDatabase.connect("ingest", "ingest");
                var query = connection.createStatement();
                var rows =
                        query.executeQuery("select description from flyway_schema_history order by installed_rank")) {
            while (rows.next()) {
                descriptions.add(rows.getString(1));
            }
        }
        return descriptions;
    }
}
