package dev.postern.ingest.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.ingest.support.RunningIngest;
import dev.postern.ingest.support.ScriptedSmtpServer;
import dev.postern.ingest.support.SignedRequests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReadinessTest {

    @TempDir
    Path directory;

    private ScriptedSmtpServer nextHop;
    private RunningIngest service;

    @BeforeEach
    void start() throws IOException {
        nextHop = new ScriptedSmtpServer();
        service = RunningIngest.start(nextHop, directory, Map.of());
    }

    @AfterEach
    void stop() {
        service.close();
        nextHop.close();
    }

    @Test
    void isReadyWithoutADatabaseAndNotWithoutANextHop() {
        assertThat(health("/readiness").status()).isEqualTo(200);
        assertThat(health("/readiness").json().at("/components/handover/status").asString())
                .isEqualTo("UP");
        await().untilAsserted(() -> assertThat(health("")
                        .json()
                        .at("/components/receipts/details/problem")
                        .asString())
                .isNotIn("", "not asked yet"));
        assertThat(health("").json().at("/components/receipts/details/database").asString())
                .isEqualTo("away");

        nextHop.close();

        await().untilAsserted(() -> assertThat(health("/readiness").status()).isEqualTo(503));
        assertThat(health("/liveness").status()).isEqualTo(200);
        var answer = service.post(SignedRequests.request(), "Subject: x\r\n\r\n".getBytes(UTF_8));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:postern:ingest:unreachable");
    }

    private RunningIngest.Answer health(String part) {
        return service.get(service.management("/actuator/health" + part));
    }
}
