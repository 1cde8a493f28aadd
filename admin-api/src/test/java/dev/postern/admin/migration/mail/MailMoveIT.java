package dev.postern.admin.migration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.DovecotServer;
import dev.postern.admin.testing.RunningService;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From another Dovecot to the platform's own, by way of the service. */
@AdminApiTest // makes the tables that Dovecot asks for before it says that it is well
@SuppressWarnings("NullAway.Init") // made before the first test
class MailMoveIT {

    private static final String PATH = "/api/v1/migrations/mail";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static OldServer old;

    private RunningService service;
    private AdminApi api;
    private String mailbox = "";
    private String password = "";

    @BeforeAll
    static void startOldServer() {
        old = OldServer.start("ann", "bob", "carol", "dave", "eve");
    }

    @AfterAll
    static void stopOldServer() {
        old.close();
    }

    @BeforeEach
    void startService() {
        service = start();
        api = service.api();
        mailbox = "ann@" + api.newDomain();
        password = api.newMailbox(mailbox);
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void bringsEverythingWithFoldersFlagsAndDatesAndOnlyWhatIsNewTheSecondTime() {
        try (var there = old.account("ann")) {
            there.fill("INBOX", 0, 110, 200);
            there.fill("Versandt", 0, 30, 200);
            there.fill("Gesendete Objekte", 30, 40, 200);
            there.fill("Arbeit.2024.März", 0, 60, 200);
            there.fill("日本語", 0, 20, 5000);
        }

        var done = finished(start("ann"));

        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.at("/progress/moved").asInt()).isEqualTo(230);
        assertThat(done.at("/progress/refused").asInt()).isZero();
        assertThat(done.path("passwordKept").asBoolean()).isFalse();
        try (var there = old.account("ann");
                var here = here()) {
            assertThat(here.contentOf("INBOX"))
                    .isEqualTo(there.contentOf("INBOX"))
                    .hasSize(110);
            assertThat(here.contentOf("Arbeit/2024/März")).isEqualTo(there.contentOf("Arbeit.2024.März"));
            assertThat(here.contentOf("日本語")).isEqualTo(there.contentOf("日本語"));
            assertThat(here.contentOf("Sent")).hasSize(40).doesNotHaveDuplicates();
            assertThat(here.folders()).doesNotContain("Versandt").noneMatch(name -> name.contains("moving"));
            there.fill("INBOX", 110, 115, 200);
        }

        var again = finished(start("ann"));

        assertThat(again.path("id").asLong()).isEqualTo(done.path("id").asLong());
        try (var here = here()) {
            assertThat(here.contentOf("INBOX")).hasSize(115).doesNotHaveDuplicates();
            assertThat(here.contentOf("Sent")).hasSize(40);
        }
        var folders =
                api.get(PATH + "/" + done.path("id").asLong() + "/folders").body();
        assertThat(folders.valueStream()
                        .map(folder -> folder.path("source").asString() + " → "
                                + folder.path("target").asString()))
                .contains(
                        "INBOX → INBOX",
                        "Versandt → Sent",
                        "Gesendete Objekte → Sent",
                        "Arbeit/2024/März → Arbeit/2024/März");
    }

    @Test
    void losesNothingAndDoublesNothingWhenItIsKilledAgainAndAgain() {
        try (var there = old.account("bob")) {
            there.fill("INBOX", 0, 250, 30_000);
            there.fill("Arbeit.日本", 0, 60, 30_000);
        }
        var id = start("bob");

        for (var kill = 1; kill <= 4; kill++) {
            var some = kill * 60;
            await().atMost(PATIENCE).until(() -> moved(id) >= some || isOver(id));
            DovecotServer.run("sh", "-c", "pkill -9 -u vmail -f migrate/.*/dovecot.conf; true");
        }
        restartService();

        assertThat(finished(id).path("state").asString()).isEqualTo("done");
        try (var there = old.account("bob");
                var here = here()) {
            assertThat(here.contentOf("INBOX"))
                    .isEqualTo(there.contentOf("INBOX"))
                    .hasSize(250);
            assertThat(here.contentOf("Arbeit/日本"))
                    .isEqualTo(there.contentOf("Arbeit.日本"))
                    .hasSize(60);
        }
    }

    @Test
    void knowsAgainWhatIsHereWhenItIsToCompareEverything() {
        try (var there = old.account("carol")) {
            there.fill("INBOX", 0, 130, 200);
        }
        var id = start("carol");
        finished(id);

        api.post(
                PATH + "/" + id + "/retry",
                "{'fromTheBeginning': true, 'password': %s}".formatted(json(OldServer.PASSWORD)));

        assertThat(finished(id).at("/progress/present").asInt()).isEqualTo(130);
        try (var here = here()) {
            assertThat(here.contentOf("INBOX")).hasSize(130);
        }
    }

    @Test
    void endsWhenItIsCancelledAndGoesOnWhenItIsTold() {
        try (var there = old.account("dave")) {
            there.fill("INBOX", 0, 220, 60_000);
        }
        var id = start("dave");
        await().atMost(PATIENCE).until(() -> moved(id) > 0);

        api.post(PATH + "/" + id + "/cancel", "{}");

        var cancelled = finished(id);
        if (cancelled.path("state").asString().equals("cancelled")) {
            assertThat(cancelled.path("passwordKept").asBoolean()).isFalse();
            Problem.in(api.post(PATH + "/" + id + "/retry", "{}")).status(422).field("password");
            api.post(PATH + "/" + id + "/retry", "{'password': %s}".formatted(json(OldServer.PASSWORD)));
        }
        assertThat(finished(id).path("state").asString()).isEqualTo("done");
        try (var here = here()) {
            assertThat(here.contentOf("INBOX")).hasSize(220).doesNotHaveDuplicates();
        }
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(problemOf("{'user': 'eve', 'password': 'wrong', 'fingerprint': '%s'}".formatted(old.fingerprint())))
                .isEqualTo("password");
        assertThat(problemOf("{'user': 'eve1', 'password': 'x'}")).isEqualTo("certificate");
        assertThat(problemOf("{'user': 'eve2', 'password': 'x', 'fingerprint': '%s'}".formatted("AB".repeat(32))))
                .isEqualTo("fingerprint");
    }

    @Test
    void fetchesNothingFromTheNetworksOfThePlatform() {
        DovecotServer.run("rm", "/run/postern/migrate/own-networks-too");
        try {
            assertThat(problemOf("{'user': 'eve3', 'password': 'x'}")).isEqualTo("forbidden");
        } finally {
            DovecotServer.run("touch", "/run/postern/migrate/own-networks-too");
        }
    }

    @Test
    void startsManyOrNone() {
        var csv = "mailbox,host,user,password\n%1$s,%2$s,x1,y\nnobody@%3$s,%2$s,x2,y\n"
                .formatted(mailbox, old.address(), mailbox.substring(4));

        Problem.in(api.post(PATH + "/csv", csv)).status(422).field("mailbox").saying("nobody@");

        assertThat(api.get(PATH).content()).doesNotContain("\"x1\"");
    }

    @Test
    void keepsThePasswordThereEncryptedAndOutOfEverythingThatCanBeRead() throws SQLException {
        var id = start("nobody-has-this-name");
        finished(id);

        assertThat(api.get(PATH + "/" + id).content()).doesNotContain("p\\\"a");
        assertThat(api.get("/api/v1/audit?subject=" + mailbox).content()).doesNotContain("$ENV");
        assertThat(DovecotServer.logs()).doesNotContain("$ENV");
        assertThat(DovecotServer.run("sh", "-c", "ls /run/postern/migrate | grep -c '^[0-9]' || true")
                        .strip())
                .isEqualTo("0");
        try (var connection = TestDatabase.connect("admin", "postern");
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from mail_move where sealed_password like '%$ENV%'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    private static RunningService start() {
        return RunningService.start(Map.of(
                "postern.admin.migration.mail.parallel",
                "2",
                "postern.admin.migration.mail.host",
                DovecotServer.host(),
                "postern.admin.migration.mail.port",
                String.valueOf(DovecotServer.port(DovecotServer.MIGRATE)),
                "postern.admin.migration.mail.key-file",
                DovecotServer.keyFile().toString(),
                "postern.admin.migration.mail.look-every",
                "100ms",
                "postern.admin.migration.mail.pause",
                "200ms"));
    }

    private void restartService() {
        service.close();
        service = start();
        api = service.api();
    }

    private long start(String user) {
        return started("{'user': '%s', 'password': %s, 'fingerprint': '%s'}"
                .formatted(user, json(OldServer.PASSWORD), old.fingerprint()));
    }

    private long started(String fields) {
        var answer = api.post(
                PATH, "{'mailbox': '%s', 'host': '%s', %s".formatted(mailbox, old.address(), fields.substring(1)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("id").asLong();
    }

    /** Single quotes become double ones on the way, so what has some of its own is written without either. */
    private static String json(String text) {
        var escaped = new StringBuilder("'");
        text.chars().forEach(character -> escaped.append("\\u%04x".formatted(character)));
        return escaped.append('\'').toString();
    }

    private String problemOf(String fields) {
        var id = started(fields);
        await().atMost(PATIENCE).until(() -> isOver(id));
        return api.get(PATH + "/" + id).text("problem");
    }

    private JsonNode finished(long id) {
        await().atMost(PATIENCE).until(() -> isOver(id));
        return api.get(PATH + "/" + id).body();
    }

    private boolean isOver(long id) {
        var state = api.get(PATH + "/" + id).text("state");
        return state.equals("done") || state.equals("failed") || state.equals("cancelled");
    }

    private long moved(long id) {
        return api.get(PATH + "/" + id).body().at("/progress/moved").asLong();
    }

    private MailAccount here() {
        return MailAccount.open(DovecotServer.host(), DovecotServer.port(DovecotServer.IMAPS), mailbox, password);
    }
}
