package dev.postern.admin.signout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailstore.Folder;
import dev.postern.admin.mailstore.MailStore;
import dev.postern.admin.mailstore.StoreAnswer;
import dev.postern.admin.mailstore.StoredMail;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.mail.DomainName;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mail store of the service under test is away, so that what is due stays due until a test has one. */
@AdminApiTest
class SignOutIT {

    @Autowired
    AdminApi api;

    @Autowired
    SignOutTable table;

    private String domain = "";
    private String alice = "";
    private String password = "";

    @BeforeEach
    void makeMailbox() {
        domain = api.newDomain();
        alice = "alice@" + domain;
        password = api.newMailbox(alice);
    }

    @Test
    void signsOutWhoIsDisabled() {
        api.patch("/api/v1/mailboxes/" + alice, "{'enabled': false}");

        assertThat(told()).contains(alice);
    }

    @Test
    void signsOutWhoseMailboxIsDeleted() {
        api.delete("/api/v1/mailboxes/" + alice);

        assertThat(told()).contains(alice);
    }

    @Test
    void signsOutWhoGetsAnotherPassword() {
        api.patch("/api/v1/mailboxes/" + alice, "{'password': 'nine green umbrellas'}");

        assertThat(told()).contains(alice);
    }

    @Test
    void signsOutWhoTakesAnotherPassword() {
        var changed = api.call(
                "POST", "/api/v1/self/password", "{'newPassword': 'nine green umbrellas'}", Api.basic(alice, password));

        assertThat(changed.status()).isEqualTo(204);
        assertThat(told()).contains(alice);
    }

    @Test
    void signsOutWhoLosesAnAppPassword() {
        var path = "/api/v1/mailboxes/%s/app-passwords".formatted(alice);
        var id = api.post(path, "{'name': 'Telephone'}").text("id");
        assertThat(told()).doesNotContain(alice);

        api.delete(path + "/" + id);

        assertThat(told()).contains(alice);
    }

    @Test
    void signsOutTheWholeDomainThatIsDisabledOrDeleted() {
        api.patch("/api/v1/domains/" + domain, "{'enabled': false}");
        assertThat(told()).contains("@" + domain);
        var other = api.newDomain();

        api.delete("/api/v1/domains/" + other);

        assertThat(told()).contains("@" + other);
    }

    @Test
    void leavesAloneWhoseOtherThingsChange() {
        api.patch("/api/v1/mailboxes/" + alice, "{'quotaBytes': 1000000}");
        api.patch("/api/v1/mailboxes/" + alice, "{'enabled': true}");
        api.patch("/api/v1/domains/" + domain, "{'enabled': true}");

        assertThat(told()).doesNotContain(alice, "@" + domain);
    }

    @Test
    void leavesAloneWhoseChangeWasRefused() {
        Problem.in(api.patch("/api/v1/mailboxes/" + alice, "{'password': 'short', 'enabled': false}"))
                .status(422);

        assertThat(told()).doesNotContain(alice);
    }

    @Test
    void signsOutOnRequest() {
        assertThat(api.post("/api/v1/mailboxes/%s/sign-out".formatted(alice), "{}")
                        .status())
                .isEqualTo(204);

        assertThat(told()).contains(alice);
        assertThat(api.get("/api/v1/audit?subject=" + alice).content()).contains("mailbox.signed-out");
        Problem.in(api.post("/api/v1/mailboxes/nobody@%s/sign-out".formatted(domain), "{}"))
                .status(404)
                .saying("nobody@" + domain);
    }

    @Test
    void tellsTheStoreAgainLaterAndForgetsNothingWhileItIsAway() {
        api.patch("/api/v1/mailboxes/" + alice, "{'enabled': false}");
        var store = new Store();
        store.away = true;

        new EndSessions(table, store).endAllThatAreDue();
        assertThat(table.due()).anyMatch(due -> due.whose().toString().equals(alice));

        store.away = false;
        new EndSessions(table, store).endAllThatAreDue();
        assertThat(store.told).contains(alice);
        assertThat(table.due()).noneMatch(due -> due.whose().toString().equals(alice));
        assertThat(rounds(alice)).isEqualTo(1);
    }

    @Test
    void anotherSignOutMeanwhileIsNotLost() {
        api.patch("/api/v1/mailboxes/" + alice, "{'enabled': false}");
        var first = table.due().stream()
                .filter(due -> due.whose().toString().equals(alice))
                .findFirst()
                .orElseThrow();
        api.post("/api/v1/mailboxes/%s/sign-out".formatted(alice), "{}");

        table.told(first);

        assertThat(rounds(alice)).isEqualTo(2);
    }

    @Test
    void postfixAndWebmailSeeSinceWhen() throws SQLException {
        var before = Instant.now().minusSeconds(1);
        api.patch("/api/v1/mailboxes/" + alice, "{'enabled': false}");

        assertThat(since("postfix", "postfix_view")).isAfter(before);
        assertThat(since("roundcube", "webmail_view")).isAfter(before);
    }

    private Instant since(String user, String schema) throws SQLException {
        try (var connection = TestDatabase.connect(user, schema);
                var query = connection.prepareStatement("select unix_timestamp(at) from sign_out where whose = ?")) {
            query.setString(1, alice);
            var rows = query.executeQuery();
            assertThat(rows.next()).isTrue();
            return Instant.ofEpochMilli((long) (rows.getDouble(1) * 1000));
        }
    }

    /** Whom a store hears of that is there. */
    private List<String> told() {
        var store = new Store();
        new EndSessions(table, store).endAllThatAreDue();
        return store.told;
    }

    private static int rounds(String whose) {
        try (var connection = TestDatabase.connect("admin", "postern");
                var query = connection.prepareStatement("select rounds from sign_out where whose = ?")) {
            query.setString(1, whose);
            var rows = query.executeQuery();
            rows.next();
            return rows.getInt(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static final class Store implements MailStore {

        private final List<String> told = new ArrayList<>();
        private boolean away;

        @Override
        public StoreAnswer<Integer> endSessions(HostedAddress mailbox) {
            return hear(mailbox.toString());
        }

        @Override
        public StoreAnswer<Integer> endSessions(DomainName domain) {
            return hear("@" + domain);
        }

        private StoreAnswer<Integer> hear(String whose) {
            told.add(whose);
            return away ? new StoreAnswer.Away<>("it is being tested") : new StoreAnswer.Told<>(1);
        }

        @Override
        public Map<HostedAddress, StoreAnswer<StoredMail>> amounts(Collection<HostedAddress> mailboxes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreAnswer<List<Folder>> folders(HostedAddress mailbox) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreAnswer<Erased> erase(HostedAddress mailbox) {
            throw new UnsupportedOperationException();
        }
    }
}
