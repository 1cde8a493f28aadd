package dev.postern.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AdminApiTest
class AuditIT {

    @Autowired
    AdminApi api;

    @Test
    void tellsWhoDidWhatAndHowItWasBefore() {
        var domain = api.newDomain();
        api.newMailbox("anna@" + domain);
        api.patch("/api/v1/mailboxes/anna@" + domain, "{'quotaBytes': 5000000, 'password': 'four green umbrellas'}");
        api.delete("/api/v1/mailboxes/anna@" + domain);

        var entries = entriesAbout("anna@" + domain);

        assertThat(entries.valueStream().map(entry -> entry.path("action").asString()))
                .containsExactly("mailbox.deleted", "mailbox.changed", "mailbox.created");
        var change = entries.get(1);
        assertThat(change.path("kind").asString()).isEqualTo("token");
        assertThat(change.path("actor").asString()).isEqualTo("first");
        assertThat(change.path("address").asString()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(change.path("domain").asString()).isEqualTo(domain);
        assertThat(change.path("before").path("quota").asString()).isEqualTo("2 GiB");
        assertThat(change.path("after").path("quota").asString()).isNotEqualTo("2 GiB");
        assertThat(change.toString()).contains("changed").doesNotContain("umbrellas", "argon2");
    }

    @Test
    void writesNothingOfWhatWasRefused() {
        var domain = api.newDomain();

        api.post("/api/v1/mailboxes", "{'address': 'berta@%s', 'password': 'short'}".formatted(domain));

        assertThat(entriesAbout("berta@" + domain)).isEmpty();
    }

    @Test
    void findsByTimeAndActionAndSaysWhatIsNoMoment() {
        var domain = api.newDomain();
        var later = Instant.now().plusSeconds(60);

        assertThat(api.get("/api/v1/audit?action=domain.&subject=" + domain)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/audit?subject=%s&from=%s".formatted(domain, later))
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(api.get("/api/v1/audit?subject=%25").body().path("total").asInt())
                .isZero();
        Problem.in(api.get("/api/v1/audit?from=yesterday"))
                .status(422)
                .field("from")
                .saying("2026-01-31T15:00:00Z");
    }

    @Test
    void exportsOneEntryInEachLine() {
        var domain = api.newDomain();
        api.newMailbox("carl@" + domain);

        var export = api.get("/api/v1/audit/export?subject=carl@" + domain);

        assertThat(export.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(export.content().lines()).singleElement().asString().contains("mailbox.created", "carl@" + domain);
    }

    @Test
    void holdsTogetherWhenManyWriteAtOnce() {
        var domain = api.newDomain();

        try (var clients = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 24)
                    .forEach(number -> clients.execute(() -> api.post(
                            "/api/v1/aliases",
                            "{'address': 'a%d@%s', 'targets': ['x@elsewhere.example']}".formatted(number, domain))));
        }

        assertThat(api.get("/api/v1/audit?action=alias.created&subject=a&size=500")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(entry -> entry.path("domain").asString().equals(domain)))
                .hasSize(24);
        assertThat(verdict().path("whole").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit.entry set actor = 'x'", "delete from audit.entry", "drop table audit.entry"})
    void cannotBeChangedByTheServiceItself(String statement) throws SQLException {
        try (var connection = TestDatabase.connect("admin", "postern");
                var forbidden = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> forbidden.execute(statement))
                    .withMessageContaining("denied");
        }
    }

    @Test
    void showsWhichEntryWasChangedBehindItsBack() throws SQLException {
        api.newDomain();
        api.newDomain();
        var last = verdict().path("entries").asLong();

        tamper("update audit.entry set subject = concat(subject, 'x') where id = " + (last - 1));
        var changed = verdict();
        tamper("update audit.entry set subject = left(subject, char_length(subject) - 1) where id = " + (last - 1));

        assertThat(changed.path("whole").asBoolean()).isFalse();
        assertThat(changed.path("detail").asString()).contains("Entry " + (last - 1));
        assertThat(verdict().path("whole").asBoolean()).isTrue();
    }

    @Test
    void showsThatTheNewestEntriesWereCutOff() throws SQLException {
        api.newDomain();
        var last = verdict().path("entries").asLong();

        tamper("update audit.entry set id = id + 1000000 where id = " + last);
        var gap = verdict();
        tamper("update audit.entry set id = id - 1000000 where id = %d".formatted(last + 1_000_000));

        assertThat(gap.path("whole").asBoolean()).isFalse();
        assertThat(gap.path("detail").asString()).contains("Entry %d is missing".formatted(last));
    }

    private JsonNode entriesAbout(String subject) {
        return api.get("/api/v1/audit?subject=" + subject).body().path("items");
    }

    private JsonNode verdict() {
        return api.get("/api/v1/audit/check").body();
    }

    private static void tamper(String statement) throws SQLException {
        try (var connection = TestDatabase.connect("admin_schema", "postern");
                var thief = connection.createStatement()) {
            thief.execute(statement);
        }
    }
}
