package dev.postern.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postern.admin.testing.RunningService;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Gate;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestSecrets;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class DatabaseOutageIT {

    private final CountDownLatch turnedAwayTwice = new CountDownLatch(2);
    private final Gate gate = new Gate(turnedAwayTwice);

    @AfterEach
    void closeGate() throws IOException {
        gate.close();
    }

    @Test
    void waitsForADatabaseThatStartsLater() throws Exception {
        var start = CompletableFuture.supplyAsync(() -> RunningService.start(throughGate("30")));
        assertThat(turnedAwayTwice.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(start).isNotDone();

        gate.open();

        try (var service = start.get(60, TimeUnit.SECONDS)) {
            assertThat(service.api().management("/actuator/health/readiness").text("status"))
                    .isEqualTo("UP");
        }
    }

    @Test
    void givesUpInTheEndAndSaysWhy() {
        assertThatThrownBy(() -> RunningService.start(throughGate("1")))
                .hasStackTraceContaining("Unable to obtain connection from database");
    }

    @Test
    void answersThatItCannotSayNowAndRecoversByItself() {
        gate.open();
        try (var service = RunningService.start(throughGate("1"))) {
            var api = service.api();
            assertThat(api.get("/api/v1/domains").status()).isEqualTo(200);

            gate.shut();

            var answer = api.get("/api/v1/domains");
            Problem.in(answer).status(503).saying("try again");
            assertThat(answer.header("Retry-After")).isNotEmpty();
            Problem.in(api.call(
                            "POST",
                            "/api/v1/self/password",
                            "{'newPassword': 'nine green umbrellas'}",
                            Api.basic("alice@example.org", TestSecrets.OPERATOR_PASSWORD)))
                    .status(503);
            assertThat(api.management("/actuator/health/readiness").status()).isEqualTo(503);
            assertThat(api.management("/actuator/health/liveness").status()).isEqualTo(200);

            gate.open();

            await().untilAsserted(() -> {
                assertThat(api.get("/api/v1/domains").status()).isEqualTo(200);
                assertThat(api.management("/actuator/health/readiness").status())
                        .isEqualTo(200);
            });
        }
    }

    private Map<String, String> throughGate(String retries) {
        var settings = new HashMap<String, String>();
        settings.put("postern.admin.database.url", "jdbc:mariadb://127.0.0.1:%d/postern".formatted(gate.port()));
        settings.put("spring.datasource.hikari.connection-timeout", "1000");
        settings.put("spring.flyway.connect-retries", retries);
        settings.put("spring.flyway.connect-retries-interval", "1s");
        return settings;
    }
}
