package dev.postern.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.admin.testing.RunningService;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.TestDatabase;
import dev.postern.common.testing.TestSecrets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartIT {

    private static final String OTHER_TOKEN = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @AfterEach
    void giveTheDatabaseBackAsOtherTestsExpectIt() {
        RunningService.start(Map.of()).close();
    }

    @Test
    void startingAgainChangesNothing() throws SQLException {
        RunningService.start(Map.of()).close();
        var before = accounts();

        RunningService.start(Map.of()).close();

        assertThat(accounts()).isEqualTo(before).hasSize(2);
    }

    /** The password is his own from then on: he may have changed it. */
    @Test
    void followsTheTokenAndLeavesTheFirstOperatorHisPassword() throws SQLException {
        RunningService.start(Map.of()).close();
        var before = accounts();
        var changed = Map.of(
                "postern.admin.token.file",
                        TestSecrets.file("admin_token", OTHER_TOKEN).toString(),
                "postern.admin.operator.password-file",
                        TestSecrets.file("operator_password", "nine green umbrellas")
                                .toString());

        try (var service = RunningService.start(changed)) {
            assertThat(statusFor(service.api(), OTHER_TOKEN)).isEqualTo(200);
            assertThat(statusFor(service.api(), TestSecrets.TOKEN)).isEqualTo(401);
        }

        assertThat(accounts()).hasSize(2).contains(before.getFirst()).doesNotContain(before.getLast());
    }

    @Test
    void saysWhichSecretIsMissingOrOfNoUse() {
        assertThatThrownBy(() -> RunningService.start(Map.of("postern.admin.token.file", "/nowhere/admin_token")))
                .rootCause()
                .hasMessageContaining("/nowhere/admin_token");
        assertThatThrownBy(() -> RunningService.start(Map.of(
                        "postern.admin.token.file",
                        TestSecrets.file("admin_token", "guessable").toString())))
                .hasMessageContaining("admin_token is no token")
                .hasMessageContaining("openssl rand -hex 32");
    }

    private static int statusFor(Api api, String token) {
        return api.call("GET", "/api/v1/domains", null, Api.bearer(token)).status();
    }

    private static List<String> accounts() throws SQLException {
        var accounts = new ArrayList<String>();
        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select password_hash from operator where username = 'operator' union all select hex(sha256) from api_token where name = 'first'")) {
            while (rows.next()) {
                accounts.add(rows.getString(1));
            }
        }
        return accounts;
    }
}
