package dev.postern.ingest.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.common.testing.Gate;
import dev.postern.common.testing.TestDatabase;
import dev.postern.ingest.support.RunningIngest;
import dev.postern.ingest.support.ScriptedSmtpServer;
import dev.postern.ingest.support.SignedRequests;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole service, while the database comes and goes. */
@Timeout(180)
class ReceiptsOutageIT {

    @TempDir
    Path directory;

    private final Gate gate = new Gate();
    private final SignedRequests request = SignedRequests.request();
    private final byte[] message = newMessage();
    private ScriptedSmtpServer nextHop;

    @BeforeEach
    void start() throws IOException {
        nextHop = new ScriptedSmtpServer();
    }

    @AfterEach
    void stop() throws IOException {
        nextHop.close();
        gate.close();
    }

    @Test
    void remembersADeliveryAcrossARestart() {
        gate.open();
        try (var service = service(Map.of())) {
            assertThat(duplicate(service, request, message)).isFalse();
            await().untilAsserted(() -> assertThat(rows(request)).isEqualTo(1));
        }
        try (var service = service(Map.of())) {
            awaitDatabase(service, "up");
            assertThat(duplicate(service, SignedRequests.request(), message)).isTrue();
        }
        assertThat(nextHop.messages()).hasSize(1);
    }

    @Test
    void takesMailBeforeTheDatabaseIsThere() {
        try (var service = service(Map.of())) {
            assertThat(duplicate(service, request, message)).isFalse();
            assertThat(duplicate(service, SignedRequests.request(), message)).isTrue();
            assertThat(service.get(service.management("/actuator/health/readiness"))
                            .status())
                    .isEqualTo(200);

            gate.open();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(rows(request)).isEqualTo(1));
        }
        assertThat(nextHop.messages()).hasSize(1);
    }

    @Test
    void goesOnWhileTheDatabaseIsAway() {
        gate.open();
        try (var service = service(Map.of())) {
            awaitDatabase(service, "up");
            gate.shut();
            assertThat(duplicate(service, request, message)).isFalse();
            awaitDatabase(service, "away");
            var second = SignedRequests.request();
            assertThat(duplicate(service, second, newMessage())).isFalse();
            assertThat(duplicate(service, SignedRequests.request(), message)).isTrue();

            gate.open();

            awaitDatabase(service, "up");
            await().untilAsserted(() -> assertThat(rows(request) + rows(second)).isEqualTo(2));
        }
        assertThat(nextHop.messages()).hasSize(2);
    }

    @Test
    void takesNoMoreThanCanBeRememberedWhileTheDatabaseIsAway() {
        try (var service = service(Map.of("postern.ingest.receipts.max-unwritten", "100"))) {
            for (int count = 0; count < 100; count++) {
                assertThat(duplicate(service, SignedRequests.request(), newMessage()))
                        .isFalse();
            }
            var answer = service.post(request, message);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.json().get("type").asString()).isEqualTo("urn:postern:ingest:receipts_full");

            gate.open();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(service.post(SignedRequests.request(), message)
                                    .status())
                            .isEqualTo(200));
        }
    }

    @Test
    void writesWhatIsLeftWhenItStops() throws SQLException {
        gate.open();
        try (var service = service(Map.of("postern.ingest.receipts.write-every", "10s"))) {
            awaitDatabase(service, "up");
            assertThat(duplicate(service, request, message)).isFalse();
        }
        assertThat(rows(request)).isEqualTo(1);
    }

    @Test
    void startsWithoutThePasswordFile() {
        gate.open();
        try (var service = service(Map.of("postern.ingest.receipts.password-file", "/nowhere/db_ingest_password"))) {
            awaitProblem(service);
            assertThat(duplicate(service, request, message)).isFalse();
        }
    }

    private RunningIngest service(Map<String, String> differences) {
        var settings = new HashMap<>(RunningIngest.databaseAt("127.0.0.1", gate.port(), directory));
        settings.putAll(differences);
        return RunningIngest.start(nextHop, directory, settings);
    }

    private static void awaitDatabase(RunningIngest service, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(detail(service, "database")).isEqualTo(state));
    }

    private static void awaitProblem(RunningIngest service) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(detail(service, "problem")).contains("/nowhere/db_ingest_password"));
    }

    private static String detail(RunningIngest service, String name) {
        return service.get(service.management("/actuator/health"))
                .json()
                .at("/components/receipts/details/" + name)
                .asString("");
    }

    private static boolean duplicate(RunningIngest service, SignedRequests request, byte[] message) {
        var answer = service.post(request, message);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("/receipt/duplicate").asBoolean();
    }

    private static byte[] newMessage() {
        return "Message-ID: <%s@test>\r\n\r\nhello\r\n"
                .formatted(UUID.randomUUID())
                .getBytes(UTF_8);
    }

    private static int rows(SignedRequests request) throws SQLException {
        try (var connection = TestDatabase.connect("ingest", "ingest");
                var query = connection.prepareStatement("select count(*) from receipt where trace_id = ?")) {
            query.setString(1, request.traceId().value());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
