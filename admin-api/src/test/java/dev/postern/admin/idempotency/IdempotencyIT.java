package dev.postern.admin.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Api.Answer;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import dev.postern.common.testing.TestSecrets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class IdempotencyIT {

    @Autowired
    AdminApi api;

    @Autowired
    RunOnce runOnce;

    private final String key = "\"" + UUID.randomUUID() + "\"";
    private String domain = "";

    @BeforeEach
    void makeDomain() {
        domain = api.newDomain();
    }

    @Test
    void doesARequestOnceAndGivesTheSameAnswerAgain() {
        var first = post(newMailbox("alice"));

        var second = post(newMailbox("alice"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.content()).isEqualTo(first.content()).contains("\"password\"");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(api.get("/api/v1/mailboxes?domain=" + domain)
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void keepsNoPasswordThatAnybodyElseCouldRead() throws SQLException {
        var password = post(newMailbox("alice")).text("password");

        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*), sum(locate('%s', answer)) from idempotent_request".formatted(password))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isPositive();
            assertThat(rows.getInt(2)).isZero();
        }
    }

    @Test
    void refusesAKeyThatBelongsToAnotherRequest() {
        post(newMailbox("alice"));

        var other = post(newMailbox("bob"));

        Problem.in(other).status(422).field("Idempotency-Key");
        assertThat(other.text("type")).isEqualTo("/api/v1/problems/key-reused");
        assertThat(api.get("/api/v1/mailboxes/bob@" + domain).status()).isEqualTo(404);
    }

    @Test
    void repeatsARefusalToo() {
        post("{'address': 'alice@nowhere.example'}");

        var again = post("{'address': 'alice@nowhere.example'}");

        Problem.in(again).status(422).field("address");
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void tellsCallersApart() {
        var name = AdminApi.unique("t");
        var token = api.post("/api/v1/tokens", "{'name': '%s', 'scopes': ['accounts:write']}".formatted(name))
                .text("token");
        post(newMailbox("alice"));

        var ofAnother = api.send(
                "POST",
                "/api/v1/mailboxes",
                newMailbox("bob"),
                Map.of("Authorization", Api.bearer(token), "Idempotency-Key", key));

        assertThat(ofAnother.status()).isEqualTo(201);
    }

    @Test
    void doesItOnceHoweverManySendItAtTheSameTime() throws Exception {
        try (var clients = Executors.newFixedThreadPool(8)) {
            var answers = clients.invokeAll(IntStream.range(0, 8)
                    .<Callable<Answer>>mapToObj(_ -> () -> post(newMailbox("alice")))
                    .toList());
            var bodies = new ArrayList<String>();
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().toString()).isIn(201, 409);
                if (answer.get().status() == 201) {
                    bodies.add(answer.get().content());
                } else {
                    assertThat(answer.get().text("type")).isEqualTo("/api/v1/problems/in-progress");
                    assertThat(answer.get().header("Retry-After")).isEqualTo("1");
                }
            }
            assertThat(bodies).isNotEmpty().containsOnly(bodies.getFirst());
        }
    }

    @Test
    void waitsForTheFirstAndTakesOverWhenThatIsLost() {
        post(newMailbox("alice"));
        Staff.change("update idempotent_request set answer = null where key_sha256 = unhex(sha2(?, 256))", bare());
        assertThat(post(newMailbox("alice")).text("type")).isEqualTo("/api/v1/problems/in-progress");

        Staff.change(
                "update idempotent_request set started_at = started_at - interval 1 hour where key_sha256 = unhex(sha2(?, 256))",
                bare());

        // It was done before it was lost, and so it is there already.
        Problem.in(post(newMailbox("alice"))).status(409).field("address");
    }

    @Test
    void forgetsAfterADay() throws SQLException {
        post(newMailbox("alice"));
        Staff.change(
                "update idempotent_request set started_at = started_at - interval 25 hour where key_sha256 = unhex(sha2(?, 256))",
                bare());

        assertThat(post(newMailbox("bob")).status()).isEqualTo(201);

        Staff.change(
                "update idempotent_request set started_at = started_at - interval 25 hour where key_sha256 = unhex(sha2(?, 256))",
                bare());
        runOnce.forgetOldOnes();
        try (var connection = TestDatabase.connect("admin", "postern");
                var statement = connection.prepareStatement(
                        "select 1 from idempotent_request where key_sha256 = unhex(sha2(?, 256))")) {
            statement.setString(1, bare());
            assertThat(statement.executeQuery().next()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "\"", "\"\""})
    void refusesAMalformedKey(String malformed) {
        var answer = api.send(
                "POST",
                "/api/v1/mailboxes",
                newMailbox("alice"),
                Map.of("Authorization", Api.bearer(TestSecrets.TOKEN), "Idempotency-Key", malformed));

        Problem.in(answer).status(400).field("Idempotency-Key").saying("UUID");
    }

    private String bare() {
        return key.replace("\"", "");
    }

    private String newMailbox(String name) {
        return "{'address': '%s@%s'}".formatted(name, domain);
    }

    private Answer post(String json) {
        return api.send(
                "POST",
                "/api/v1/mailboxes",
                json,
                Map.of("Authorization", Api.bearer(TestSecrets.TOKEN), "Idempotency-Key", key));
    }
}
