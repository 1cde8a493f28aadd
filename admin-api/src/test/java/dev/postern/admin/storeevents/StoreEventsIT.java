package dev.postern.admin.storeevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.signins.SignIns;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From a line that Dovecot wrote to what the API shows. */
@AdminApiTest
class StoreEventsIT {

    private static final String PHONE = "100.64.0.7";

    @Autowired
    AdminApi api;

    @Autowired
    PlaceTable place;

    @Autowired
    TakeDown takeDown;

    @Autowired
    SignIns signIns;

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private String alice = "";
    private FollowStoreEvents events;

    /** The file of a test before may have left its number to the one of this. */
    @BeforeEach
    void beginAnew() throws SQLException {
        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from store_event_place");
        }
    }

    @BeforeEach
    void makeMailbox() {
        alice = "alice@" + api.newDomain();
        api.newMailbox(alice);
        events = new FollowStoreEvents(
                new StoreEventSettings(folder.resolve("events.log")), place, takeDown, new SignInCounts(meters));
    }

    @Test
    void showsTheLastSignInByEachProtocol() throws IOException {
        write(
                Lines.decided(alice, "imap", PHONE, PHONE, "s1", true),
                Lines.decided(alice, "imap", "203.0.113.9", "172.20.0.9", "s2", true),
                Lines.decided(alice, "smtp", PHONE, PHONE, "", true),
                Lines.decided(alice, "pop3", PHONE, PHONE, "s3", false));

        var last = shown().path("last");

        assertThat(last.valueStream()
                        .map(one -> one.path("protocol").asString() + " "
                                + one.path("address").asString()))
                .containsExactlyInAnyOrder("imap " + PHONE, "webmail 203.0.113.9", "submission " + PHONE);
        assertThat(last.get(0).path("at").asString()).isEqualTo("2026-11-25T13:24:42.839182Z");
    }

    @Test
    void makesOneOfThoseThatWereAlike() throws IOException {
        write(
                Lines.decided(alice, "imap", PHONE, PHONE, "s1", true),
                Lines.decided(alice, "imap", PHONE, PHONE, "s2", true));
        write(
                Lines.decided(alice, "imap", PHONE, PHONE, "s3", true),
                Lines.decided(alice, "imap", PHONE, PHONE, "s4", false));

        var recent = shown().path("recent");

        assertThat(recent).hasSize(2);
        assertThat(recent.valueStream()
                        .map(one -> one.path("succeeded").asBoolean() + " "
                                + one.path("times").asInt()))
                .containsExactlyInAnyOrder("true 3", "false 1");
    }

    @Test
    void namesTheAppPasswordAndTellsItsLastUse() throws IOException {
        var path = "/api/v1/mailboxes/%s/app-passwords".formatted(alice);
        var id = api.post(path, "{'name': 'Telephone'}").text("id");
        assertThat(api.get(path).body().get(0).path("lastUsedAt").isMissingNode())
                .isTrue();

        write(
                Lines.appPassword(alice, id, "imap", PHONE, PHONE, "s1"),
                Lines.decided(alice, "imap", PHONE, PHONE, "s1", true));

        assertThat(shown().path("recent").get(0).path("appPassword").asString()).isEqualTo("Telephone");
        assertThat(shown().path("last").get(0).path("appPassword").asString()).isEqualTo("Telephone");
        var used = api.get(path).body().get(0);
        assertThat(used.path("lastUsedAt").asString()).isEqualTo("2026-11-25T13:24:42.839182Z");
        assertThat(used.path("lastUsedFrom").asString()).isEqualTo(PHONE);
    }

    @Test
    void keepsFiftyKindsThatFailedAndWhoSucceeded() throws IOException {
        write(Lines.decided(alice, "imap", PHONE, PHONE, "s", true));
        write(IntStream.range(0, 120)
                .mapToObj(guess -> Lines.decided(alice, "imap", "203.0.113." + guess, "203.0.113." + guess, "g", false)
                        .replace("13:24:42.839182", "13:26:%02d.%d".formatted(guess % 60, guess)))
                .toArray(String[]::new));

        var recent = shown().path("recent");

        assertThat(recent.valueStream().filter(one -> one.path("succeeded").asBoolean()))
                .hasSize(1);
        assertThat(recent.valueStream().filter(one -> !one.path("succeeded").asBoolean()))
                .hasSize(50);
    }

    @Test
    void countsThoseToNobodyAndKeepsNone() throws IOException {
        write(
                Lines.decided("nobody@nowhere.example", "imap", PHONE, PHONE, "s1", false),
                Lines.decided("' or 1=1 --", "imap", PHONE, PHONE, "s2", false),
                Lines.decided(alice, "smtp", PHONE, PHONE, "", true));

        assertThat(meters.get("postern.admin.sign.ins")
                        .tags("protocol", "imap", "outcome", "failure")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("postern.admin.sign.ins")
                        .tags("protocol", "submission", "outcome", "success")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(shown().path("recent")).hasSize(1);
    }

    @Test
    void goesOnWhereItWasAfterARestart() throws IOException {
        write(Lines.decided(alice, "imap", PHONE, PHONE, "s1", true));
        append(Lines.decided(alice, "imap", PHONE, PHONE, "s2", true));

        new FollowStoreEvents(
                        new StoreEventSettings(folder.resolve("events.log")), place, takeDown, new SignInCounts(meters))
                .follow();

        assertThat(shown().path("recent").get(0).path("times").asInt()).isEqualTo(2);
    }

    @Test
    void forgetsWhatIsOlderThanThirtyDays() throws IOException, SQLException {
        write(Lines.decided(alice, "imap", PHONE, PHONE, "s1", true));
        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update sign_in set day = utc_date() - interval 31 day where mailbox = '%s'".formatted(alice));
        }

        signIns.forgetOldOnes();

        assertThat(shown().path("recent")).isEmpty();
        assertThat(shown().path("last")).hasSize(1);
    }

    private JsonNode shown() {
        return api.get("/api/v1/mailboxes/%s/sign-ins".formatted(alice)).body();
    }

    private void write(String... lines) throws IOException {
        for (var line : lines) {
            append(line);
        }
        events.follow();
    }

    private void append(String line) throws IOException {
        Files.writeString(
                folder.resolve("events.log"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
