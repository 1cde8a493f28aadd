package dev.postern.admin.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.DovecotServer;
import dev.postern.admin.testing.ImapSession;
import dev.postern.admin.testing.RunningService;
import dev.postern.common.testing.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** With the platform's own Dovecot. */
class UsageIT {

    private static final String QUOTA = "{'quotaBytes': 10000000}";

    private static RunningService service;
    private static AdminApi api;

    private String alice = "";
    private String password = "";

    @BeforeAll
    static void start() {
        // Dovecot is healthy once the views are there.
        RunningService.start(Map.of()).close();
        service = RunningService.start(
                Map.of("postern.admin.mail-store.url", DovecotServer.doveadm().toString()));
        api = service.api();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void makeMailbox() {
        alice = "alice@" + api.newDomain();
        password = api.newMailbox(alice);
        api.patch("/api/v1/mailboxes/" + alice, QUOTA);
    }

    @Test
    void countsAMailboxThatNeverWasCounted() throws IOException {
        put(3_000_000);

        var usage = api.get(path("usage")).body();

        assertThat(usage.path("usedBytes").asLong()).isEqualTo(2930 * 1024);
        assertThat(usage.path("messages").asLong()).isEqualTo(1);
        assertThat(usage.path("quotaBytes").asLong()).isEqualTo(10_000_000);
        assertThat(usage.path("percent").asLong()).isEqualTo(30);
        assertThat(usage.path("countedAt").asString()).isNotEmpty();
    }

    @Test
    void showsInListsWhatIsKnown() throws IOException {
        put(3_000_000);
        assertThat(listed().path("usedBytes").isMissingNode()).isTrue();

        api.get(path("usage"));

        assertThat(listed().path("usedBytes").asLong()).isEqualTo(2930 * 1024);
        assertThat(api.get("/api/v1/mailboxes/" + alice)
                        .body()
                        .path("usedBytes")
                        .asLong())
                .isEqualTo(2930 * 1024);
    }

    @Test
    void countsAgainAfterMailChanged() throws IOException {
        put(3_000_000);
        service.bean(Usages.class).outdate(Set.of(HostedAddress.parse(alice)));

        service.bean(CountMail.class).countWhereMailChanged();

        assertThat(listed().path("usedBytes").asLong()).isEqualTo(2930 * 1024);
    }

    @Test
    void asksAboutThoseThatNeverWereCounted() throws IOException {
        put(3_000_000);

        service.bean(Usages.class).outdateOldOnes(10_000);

        assertThat(service.bean(Usages.class).outdated(10_000)).contains(HostedAddress.parse(alice));
    }

    @Test
    void showsTheFolders() throws IOException {
        put(3_000_000);

        var inbox = api.get(path("folders"))
                .body()
                .valueStream()
                .filter(folder -> folder.path("name").asString().equals("INBOX"))
                .findFirst()
                .orElseThrow();

        assertThat(inbox.path("bytes").asLong()).isEqualTo(3_000_000);
        assertThat(inbox.path("messages").asLong()).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNoSuchMailbox() {
        for (var what : new String[] {"usage", "folders", "sign-ins"}) {
            Problem.in(api.get("/api/v1/mailboxes/nobody@nowhere.example/" + what))
                    .status(404);
        }
    }

    @Test
    void endsSessionsWithinTheBlinkOfAnEye() throws IOException {
        try (var session = ImapSession.open(alice, password)) {
            api.patch("/api/v1/mailboxes/" + alice, "{'enabled': false}");

            await().until(session::isEnded);
        }
    }

    @Test
    void saysThatTheStoreIsAway() {
        try (var lonely = RunningService.start(Map.of())) {
            var alone = lonely.api();

            Problem.in(alone.get(path("folders"))).status(503).saying("mail store");
            var usage = alone.get(path("usage"));
            assertThat(usage.status()).isEqualTo(200);
            assertThat(usage.body().path("usedBytes").isMissingNode()).isTrue();
            assertThat(usage.body().path("quotaBytes").asLong()).isEqualTo(10_000_000);
        }
    }

    private JsonNode listed() {
        return api.get("/api/v1/mailboxes?domain=" + alice.substring(alice.indexOf('@') + 1))
                .body()
                .path("items")
                .get(0);
    }

    private void put(int bytes) throws IOException {
        try (var session = ImapSession.open(alice, password)) {
            session.append("INBOX", bytes);
        }
    }

    private String path(String what) {
        return "/api/v1/mailboxes/%s/%s".formatted(alice, what);
    }
}
