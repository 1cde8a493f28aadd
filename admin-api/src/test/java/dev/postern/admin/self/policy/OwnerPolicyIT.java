package dev.postern.admin.self.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class OwnerPolicyIT {

    @Autowired
    AdminApi api;

    private String domain = "";
    private String path = "";

    @BeforeEach
    void createDomain() {
        domain = api.newDomain();
        path = "/api/v1/domains/%s/self-service".formatted(domain);
    }

    @Test
    void allowsALittleUntilAnAdministratorSaysOtherwise() {
        assertThat(api.get(path).content())
                .isEqualTo("{\"ownAliases\":5,\"forwarding\":\"anywhere\",\"vacation\":true}");

        var set = api.put(path, "{'ownAliases': 0, 'forwarding': 'none', 'vacation': false}");

        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(api.get(path).content()).isEqualTo("{\"ownAliases\":0,\"forwarding\":\"none\",\"vacation\":false}");
        var entry = api.get("/api/v1/audit?action=domain.self-service-set&subject=" + domain)
                .body()
                .at("/items/0");
        assertThat(entry.at("/before/forwarding").asString()).isEqualTo("ANYWHERE");
        assertThat(entry.at("/after/forwarding").asString()).isEqualTo("NONE");
    }

    @Test
    void saysWhatIsWrong() {
        Problem.in(api.put(path, "{'ownAliases': 101, 'forwarding': 'none', 'vacation': true}"))
                .status(422)
                .field("ownAliases");
        Problem.in(api.put(path, "{'ownAliases': 1, 'forwarding': 'up', 'vacation': true}"))
                .status(422)
                .field("forwarding")
                .saying("none, inside or anywhere");
        Problem.in(api.put(path, "{'ownAliases': 1, 'forwarding': 'none'}"))
                .status(422)
                .field("vacation");
        Problem.in(api.get("/api/v1/domains/nowhere.example/self-service")).status(404);
    }

    @Test
    void keepsSieveFromSendingMailAwayWhereThatIsForbidden() throws SQLException {
        var alice = "alice@" + domain;
        api.newMailbox(alice);
        assertThat(redirects(alice)).isEqualTo(4);

        api.put(path, "{'ownAliases': 5, 'forwarding': 'inside', 'vacation': true}");

        assertThat(redirects(alice)).isZero();
    }

    private static int redirects(String mailbox) throws SQLException {
        try (var connection = TestDatabase.connect("dovecot", "dovecot_view");
                var statement = connection.prepareStatement("select redirects from owner_rule where mailbox = ?")) {
            statement.setString(1, mailbox);
            var rows = statement.executeQuery();
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }
}
