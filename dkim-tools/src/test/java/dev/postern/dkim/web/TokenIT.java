package dev.postern.dkim.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestSecrets;
import dev.postern.dkim.testing.RunningService;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIT {

    @TempDir
    static Path folder;

    private static RunningService service;

    private Api api;

    @BeforeAll
    static void start() {
        service = RunningService.start(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void connect() {
        api = service.api();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/keys",
        "POST, /api/v1/keys",
        "GET, /api/v1/keys/a.example",
        "PUT, /api/v1/keys/a.example/active",
        "GET, /api/v1/nothing",
        "GET, /api/v2/keys"
    })
    void asksForAToken(String method, String path) {
        var answer = api.call(method, path, null, null);

        Problem.in(answer).status(401).saying("Authorization: Bearer", "admin_token");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Bearer", "Basic b3BlcmF0b3I6eA==", "x", TestSecrets.TOKEN})
    void refusesWhatIsNoTokenOfOurs(String authorization) {
        Problem.in(api.call("GET", "/api/v1/keys", null, authorization)).status(401);
        Problem.in(api.call("POST", "/api/v1/keys", "{'domain': 'a.example'}", authorization))
                .status(401);
        assertThat(folder.resolve("domains")).isEmptyDirectory();
    }

    @Test
    void refusesTheTokenWithSomethingAdded() {
        for (var almost :
                new String[] {TestSecrets.TOKEN + "0", TestSecrets.TOKEN.substring(1), "0" + TestSecrets.TOKEN}) {
            Problem.in(api.call("GET", "/api/v1/keys", null, Api.bearer(almost)))
                    .status(401);
        }
    }

    @Test
    void takesTheTokenOfTheSecretFile() {
        assertThat(api.call("GET", "/api/v1/keys", null, "bearer " + TestSecrets.TOKEN)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void doesNotOpenThePages() {
        assertThat(api.call("GET", "/", null, Api.bearer(TestSecrets.TOKEN)).status())
                .isEqualTo(401);
    }

    @Test
    void healthAndMetricsNeedNoTokenOnTheirOwnPort() {
        assertThat(api.management("/actuator/health/readiness").text("status")).isEqualTo("UP");
        assertThat(api.management("/actuator/health/liveness").text("status")).isEqualTo("UP");
        assertThat(api.management("/actuator/prometheus").status()).isEqualTo(200);
        assertThat(api.management("/actuator/env").status()).isIn(401, 404);
        assertThat(api.call("GET", "/actuator/health", null, null).status()).isEqualTo(401);
    }
}
