package dev.postern.admin.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import dev.postern.common.testing.TestSecrets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class TokenIT {

    @Autowired
    AdminApi api;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/domains",
        "POST, /api/v1/domains",
        "GET, /api/v1/mailboxes",
        "PATCH, /api/v1/mailboxes/a@b.example",
        "DELETE, /api/v1/aliases/a@b.example",
        "GET, /api/v1/nothing",
        "GET, /api/v2/domains"
    })
    void asksForAToken(String method, String path) {
        var answer = api.call(method, path, null, null);

        Problem.in(answer).status(401).saying("Authorization: Bearer", "admin_token");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer wrong", "Bearer ", "Bearer", "Basic b3BlcmF0b3I6c2V2ZW4gdGFsbCBsaWdodGhvdXNlcw==", "x"})
    void refusesWhatIsNoTokenOfOurs(String authorization) {
        Problem.in(api.call("GET", "/api/v1/domains", null, authorization)).status(401);
    }

    @Test
    void takesTheTokenOfTheSecretFile() {
        assertThat(api.call("GET", "/api/v1/domains", null, "bearer " + TestSecrets.TOKEN)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void doesNotStoreTheTokenItself() throws SQLException {
        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.prepareStatement("select hex(sha256) from api_token where name = 'first'");
                var rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).hasSize(64).isNotEqualToIgnoringCase(TestSecrets.TOKEN);
        }
    }

    @Test
    void saysThatThereIsNoSuchResource() {
        Problem.in(api.get("/api/v1/nothing")).status(404);
        Problem.in(api.call("PUT", "/api/v1/domains", "{}", Api.bearer(TestSecrets.TOKEN)))
                .status(405);
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
