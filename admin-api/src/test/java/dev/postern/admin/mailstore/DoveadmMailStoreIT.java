package dev.postern.admin.mailstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.DovecotServer;
import dev.postern.admin.testing.ImapSession;
import dev.postern.common.testing.TestSecrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Against the platform's own Dovecot. */
@AdminApiTest
class DoveadmMailStoreIT {

    @Autowired
    AdminApi api;

    private MailStore store;
    private HostedAddress alice;
    private String password = "";

    @BeforeEach
    void makeMailbox() {
        store = store(DovecotServer.doveadm(), DovecotServer.keyFile());
        alice = HostedAddress.parse("alice@" + api.newDomain());
        password = api.newMailbox(alice.toString());
    }

    @Test
    void countsMailByFolder() throws IOException {
        try (var session = ImapSession.open(alice.toString(), password)) {
            session.append("INBOX", 1000);
            session.append("INBOX", 2000);
            session.command("CREATE Work/&ZeVnLIqe-");
            session.append("Work/&ZeVnLIqe-", 5000);
        }

        assertThat(store.folders(alice).told().orElseThrow())
                .contains(
                        new Folder("INBOX", DataSize.ofBytes(3000), 2),
                        new Folder("Work/日本語", DataSize.ofBytes(5000), 1));
        assertThat(store.amounts(List.of(alice)).get(alice))
                .isEqualTo(new StoreAnswer.Told<>(new StoredMail(DataSize.ofKilobytes(8), 3)));
    }

    @Test
    void countsTheMailOfMailboxesOutOfUseToo() throws IOException {
        try (var session = ImapSession.open(alice.toString(), password)) {
            session.append("INBOX", 1000);
        }
        api.patch("/api/v1/mailboxes/" + alice, "{'enabled': false}");

        assertThat(store.amounts(List.of(alice)).get(alice))
                .isEqualTo(new StoreAnswer.Told<>(new StoredMail(DataSize.ofKilobytes(1), 1)));
    }

    @Test
    void tellsAMailboxThatIsNotThereFromAnEmptyOne() {
        var nobody = HostedAddress.parse("nobody@" + alice.domain());

        var amounts = store.amounts(List.of(nobody, alice));

        assertThat(amounts.get(nobody)).isEqualTo(new StoreAnswer.NoSuchMailbox<>());
        assertThat(amounts.get(alice)).isEqualTo(new StoreAnswer.Told<>(new StoredMail(DataSize.ofBytes(0), 0)));
        assertThat(store.folders(nobody)).isEqualTo(new StoreAnswer.NoSuchMailbox<>());
    }

    @Test
    void endsTheSessionsOfAMailboxAndOfADomain() throws IOException {
        var bob = "bob@" + alice.domain();
        var bobsPassword = api.newMailbox(bob);
        try (var first = ImapSession.open(alice.toString(), password);
                var second = ImapSession.open(alice.toString(), password);
                var other = ImapSession.open(bob, bobsPassword)) {
            assertThat(store.endSessions(alice)).isEqualTo(new StoreAnswer.Told<>(2));

            assertThat(first.isEnded()).isTrue();
            assertThat(second.isEnded()).isTrue();
            assertThat(other.isEnded()).isFalse();

            assertThat(store.endSessions(alice.domain())).isEqualTo(new StoreAnswer.Told<>(1));
            assertThat(other.isEnded()).isTrue();
        }
    }

    @Test
    void erasesWhatAMailboxHoldsAndNothingElse() throws IOException {
        var bob = HostedAddress.parse("bob@" + alice.domain());
        var bobsPassword = api.newMailbox(bob.toString());
        try (var hers = ImapSession.open(alice.toString(), password);
                var his = ImapSession.open(bob.toString(), bobsPassword)) {
            hers.append("INBOX", 1000);
            his.append("INBOX", 1000);
        }
        api.delete("/api/v1/mailboxes/" + alice);

        assertThat(store.erase(alice)).isEqualTo(new StoreAnswer.Told<>(new MailStore.Erased()));

        assertThat(store.erase(alice)).isEqualTo(new StoreAnswer.NoSuchMailbox<>());
        assertThat(store.amounts(List.of(bob)).values())
                .containsExactly(new StoreAnswer.Told<>(new StoredMail(DataSize.ofKilobytes(1), 1)));
    }

    @Test
    void isAwayForWhoHasAnotherKey() {
        var stranger = store(DovecotServer.doveadm(), TestSecrets.file("mail_store_key", "guessed"));

        assertThat(stranger.endSessions(alice)).isInstanceOf(StoreAnswer.Away.class);
        assertThat(stranger.amounts(List.of(alice)).get(alice)).isInstanceOf(StoreAnswer.Away.class);
    }

    private static MailStore store(URI url, Path keyFile) {
        var settings = new MailStoreSettings(
                url, keyFile, Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));
        return new DoveadmMailStore(new Doveadm(settings, JsonMapper.shared()), settings);
    }
}
