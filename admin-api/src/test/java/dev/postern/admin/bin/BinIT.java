package dev.postern.admin.bin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailstore.Folder;
import dev.postern.admin.mailstore.MailStore;
import dev.postern.admin.mailstore.StoreAnswer;
import dev.postern.admin.mailstore.StoredMail;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.PostfixMap;
import dev.postern.common.mail.DomainName;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import dev.postern.common.testing.TestSecrets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class BinIT {

    @Autowired
    AdminApi api;

    @Autowired
    EraseOverdue eraseOverdue;

    @Autowired
    MailErasures erasures;

    @Autowired
    BinSettings settings;

    private String domain = "";
    private String alice = "";
    private String password = "";

    @BeforeEach
    void addAccounts() {
        domain = api.newDomain();
        alice = "alice@" + domain;
        password = api.newMailbox(alice);
        api.post("/api/v1/aliases", "{'address': 'info@%1$s', 'targets': ['alice@%1$s']}".formatted(domain));
    }

    @Test
    void aDeletedMailboxIsUnseenTakesNoMailAndLetsNobodyIn() throws SQLException {
        assertThat(signsIn()).isTrue();

        assertThat(api.delete("/api/v1/mailboxes/" + alice).status()).isEqualTo(204);

        assertThat(api.get("/api/v1/mailboxes/" + alice).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/mailboxes?domain=" + domain).body().path("items"))
                .isEmpty();
        assertThat(PostfixMap.of("mailbox").ask(alice)).isEmpty();
        assertThat(PostfixMap.of("alias").ask("info@" + domain)).isEmpty();
        assertThat(signsIn()).isFalse();
        assertThat(binned()).containsExactly(alice);
    }

    @Test
    void aMailboxComesBackWithItsPasswordAndAllThatLedToIt() throws SQLException {
        api.post("/api/v1/mailboxes/%s/app-passwords".formatted(alice), "{'name': 'Telephone'}");
        api.delete("/api/v1/mailboxes/" + alice);

        var restored = api.post("/api/v1/bin/%s/restore".formatted(alice), "{}");

        assertThat(restored.status()).as(restored.toString()).isEqualTo(200);
        assertThat(signsIn()).isTrue();
        assertThat(PostfixMap.of("alias").ask("info@" + domain)).containsExactly(alice);
        assertThat(api.get("/api/v1/mailboxes/%s/app-passwords".formatted(alice))
                        .body())
                .hasSize(1);
        assertThat(binned()).isEmpty();
    }

    @Test
    void whatWasDisabledComesBackDisabled() {
        api.patch("/api/v1/mailboxes/" + alice, "{'enabled': false, 'disabledReason': 'On leave'}");
        api.delete("/api/v1/mailboxes/" + alice);

        api.post("/api/v1/bin/%s/restore".formatted(alice), "{}");

        var mailbox = api.get("/api/v1/mailboxes/" + alice);
        assertThat(mailbox.body().path("enabled").asBoolean(true)).isFalse();
        assertThat(mailbox.text("disabledReason")).isEqualTo("On leave");
    }

    @Test
    void keepsTheNameAndOffersBothWaysToGetIt() {
        api.delete("/api/v1/mailboxes/" + alice);

        Problem.in(api.post("/api/v1/mailboxes", "{'address': '%s'}".formatted(alice)))
                .status(409)
                .field("address")
                .saying(alice, "Bring it back", "erase it there for good");
        Problem.in(api.post(
                        "/api/v1/aliases", "{'address': '%s', 'targets': ['x@elsewhere.example']}".formatted(alice)))
                .status(409)
                .field("address");
    }

    @Test
    void anAliasComesBackToo() throws SQLException {
        api.delete("/api/v1/aliases/info@" + domain);
        assertThat(PostfixMap.of("alias").ask("info@" + domain)).isEmpty();

        api.post("/api/v1/bin/info@%s/restore".formatted(domain), "{}");

        assertThat(PostfixMap.of("alias").ask("info@" + domain)).containsExactly(alice);
    }

    @Test
    void aDomainComesBackWithTheAccountsThatWentWithIt() throws SQLException {
        api.newMailbox("bob@" + domain);
        api.delete("/api/v1/mailboxes/bob@" + domain);
        api.delete("/api/v1/domains/" + domain);

        assertThat(PostfixMap.of("domain").ask("x@" + domain)).isEmpty();
        assertThat(signsIn()).isFalse();
        assertThat(binned()).containsExactly(domain);
        Problem.in(api.post("/api/v1/domains", "{'name': '%s'}".formatted(domain)))
                .status(409)
                .field("name")
                .saying("in the bin");
        Problem.in(api.post("/api/v1/bin/bob@%s/restore".formatted(domain), "{}"))
                .status(404);

        var restored = api.post("/api/v1/bin/%s/restore".formatted(domain), "{}");

        assertThat(restored.body().path("mailboxes").asInt()).isEqualTo(1);
        assertThat(restored.body().path("aliases").asInt()).isEqualTo(1);
        assertThat(signsIn()).isTrue();
        assertThat(PostfixMap.of("alias").ask("info@" + domain)).containsExactly(alice);
        assertThat(binned()).containsExactly("bob@" + domain);
    }

    @Test
    void comesBackOnlyWhileThereIsRoom() {
        api.delete("/api/v1/mailboxes/" + alice);
        api.put("/api/v1/domains/%s/limits".formatted(domain), "{'mailboxes': 1}");
        api.newMailbox("bob@" + domain);

        Problem.in(api.post("/api/v1/bin/%s/restore".formatted(alice), "{}"))
                .status(422)
                .saying("may have 1 mailboxes");
    }

    @Test
    void isErasedForGoodByWhoWritesItsName() throws SQLException {
        api.delete("/api/v1/mailboxes/" + alice);

        Problem.in(erase(alice, "yes")).status(422).field("confirmation").saying(alice);
        Problem.in(erase("nobody@" + domain, "nobody@" + domain)).status(404);
        assertThat(erase(alice, alice).status()).isEqualTo(204);

        assertThat(binned()).isEmpty();
        assertThat(count("mail_erasure where mailbox", alice)).isEqualTo(1);
        assertThat(count("mailbox where address", alice)).isZero();
    }

    @Test
    void givesNobodyTheAddressWhileTheOldMailIsThere() throws SQLException {
        api.delete("/api/v1/mailboxes/" + alice);
        erase(alice, alice);
        var again = "{'address': '%s'}".formatted(alice);

        Problem.in(api.post("/api/v1/mailboxes", again))
                .status(409)
                .field("address")
                .saying("still being erased");

        update("delete from mail_erasure where mailbox = ?", alice);
        assertThat(api.post("/api/v1/mailboxes", again).status()).isEqualTo(201);
    }

    @Test
    void isErasedWhenItsTimeIsOver() throws SQLException {
        api.newMailbox("bob@" + domain);
        api.delete("/api/v1/mailboxes/bob@" + domain);
        api.delete("/api/v1/mailboxes/" + alice);
        update("update mailbox set deleted_at = deleted_at - interval 15 day where address = ?", alice);

        eraseOverdue.eraseAllThatAreOverdue();

        assertThat(binned()).containsExactly("bob@" + domain);
        assertThat(count("mail_erasure where mailbox", alice)).isEqualTo(1);
        var entry = api.get("/api/v1/audit?action=mailbox.erased&subject=" + alice)
                .body()
                .path("items")
                .get(0);
        assertThat(entry.path("kind").asString()).isEqualTo("platform");
    }

    @Test
    void anErasedDomainTakesTheMailOfAllItsMailboxesAlong() throws SQLException {
        api.newMailbox("bob@" + domain);
        api.delete("/api/v1/mailboxes/bob@" + domain);
        api.delete("/api/v1/domains/" + domain);

        assertThat(erase(domain, domain).status()).isEqualTo(204);

        assertThat(count("mail_erasure where mailbox", alice)).isEqualTo(1);
        assertThat(count("mail_erasure where mailbox", "bob@" + domain)).isEqualTo(1);
        assertThat(api.post("/api/v1/domains", "{'name': '%s'}".formatted(domain))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void asksTheMailStoreAgainUntilTheMailIsGone() throws SQLException {
        api.delete("/api/v1/mailboxes/" + alice);
        erase(alice, alice);
        update("update mail_erasure set asked_at = utc_timestamp(6) - interval 1 year where mailbox = ?", alice);
        var asked = new ArrayList<HostedAddress>();

        eraseMail(asked, new StoreAnswer.Away<>("it is being restarted")).eraseAllThatWait();
        assertThat(count("mail_erasure where mailbox", alice)).isEqualTo(1);

        eraseMail(asked, new StoreAnswer.Told<>(new MailStore.Erased())).eraseAllThatWait();
        assertThat(count("mail_erasure where mailbox", alice)).isZero();
        assertThat(asked.stream().filter(one -> one.toString().equals(alice))).hasSize(2);
    }

    private EraseMail eraseMail(List<HostedAddress> asked, StoreAnswer<MailStore.Erased> answer) {
        return new EraseMail(erasures, new ErasingStore(asked, answer), InstantSource.system(), settings);
    }

    /** Notes whose mail it is asked to erase, and always says the same. */
    private record ErasingStore(List<HostedAddress> asked, StoreAnswer<MailStore.Erased> answer) implements MailStore {

        @Override
        public StoreAnswer<Erased> erase(HostedAddress mailbox) {
            asked.add(mailbox);
            return answer;
        }

        @Override
        public StoreAnswer<Integer> endSessions(HostedAddress mailbox) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreAnswer<Integer> endSessions(DomainName domain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<HostedAddress, StoreAnswer<StoredMail>> amounts(Collection<HostedAddress> mailboxes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StoreAnswer<List<Folder>> folders(HostedAddress mailbox) {
            throw new UnsupportedOperationException();
        }
    }

    private boolean signsIn() {
        return api.call("GET", "/api/v1/self/addresses", null, Api.basic(alice, password))
                        .status()
                == 200;
    }

    private Api.Answer erase(String name, String confirmation) {
        return api.call(
                "DELETE",
                "/api/v1/bin/" + name,
                "{'confirmation': '%s'}".formatted(confirmation),
                Api.bearer(TestSecrets.TOKEN));
    }

    private List<String> binned() {
        return api.get("/api/v1/bin?size=500")
                .body()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("domain").asString().equals(domain))
                .map(entry -> entry.path("id").asString())
                .toList();
    }

    private static long count(String what, String value) throws SQLException {
        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.prepareStatement("select count(*) from " + what + " = ?")) {
            statement.setString(1, value);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void update(String sql, String value) throws SQLException {
        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.executeUpdate();
        }
    }
}
