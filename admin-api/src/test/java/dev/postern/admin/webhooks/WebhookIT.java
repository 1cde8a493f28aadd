package dev.postern.admin.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.RunningService;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a change to a receiver elsewhere, by way of the service. */
@AdminApiTest // makes the tables
@SuppressWarnings("NullAway.Init") // made before each test
class WebhookIT {

    private static final String PATH = "/api/v1/webhooks";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Receiver receiver = Receiver.start();
    private RunningService service;
    private AdminApi api;
    private String secret = "";
    private long id;

    @BeforeEach
    void startService() {
        service = RunningService.start(settings());
        api = service.api();
        var made = api.post(PATH, "{'url': '%s', 'events': ['domain.*']}".formatted(receiver.url()));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        id = made.body().path("id").asLong();
        secret = made.text("secret");
    }

    private static Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "postern.admin.webhooks.parallel", "2",
                "postern.admin.webhooks.look-every", "100ms",
                "postern.admin.webhooks.pauses", "100ms,100ms",
                "postern.admin.webhooks.allowed-networks", "127.0.0.0/8,::1",
                "postern.admin.webhooks.ca-file", Receiver.authority().toString()));
    }

    @AfterEach
    void stop() {
        api.call("DELETE", PATH + "/" + id, null, AdminApi.bearer(dev.postern.common.testing.TestSecrets.TOKEN));
        service.close();
        receiver.close();
    }

    @Test
    void tellsOfAChangeOnceSignedWithWhoWhatAndHowItIs() {
        var domain = api.newDomain();
        api.newMailbox("alice@" + domain);

        var told = awaitTold(domain, 1).getFirst();

        var body = JsonMapper.shared().readTree(told.body());
        assertThat(body.path("type").asString()).isEqualTo("domain.created");
        assertThat(body.at("/data/subject").asString()).isEqualTo(domain);
        assertThat(body.at("/data/actor/kind").asString()).isEqualTo("token");
        assertThat(body.at("/data/after").isObject()).isTrue();
        assertThat(told.signature())
                .isEqualTo(new WebhookSecret(secret)
                        .sign(told.id(), told.sent(), told.body().getBytes(UTF_8)));
        await().atMost(PATIENCE).until(() -> delivery(domain).path("state").asString(), "done"::equals);
        assertThat(delivery(domain).path("status").asInt()).isEqualTo(204);
        assertThat(receiver.heard()).noneMatch(heard -> heard.body().contains("mailbox.created"));
    }

    @Test
    void triesAgainUnderTheSameIdUntilItIsHeard() {
        receiver.answerNext(500);
        receiver.answerNext(302);
        var domain = api.newDomain();

        var told = awaitTold(domain, 3);

        assertThat(told)
                .extracting(Receiver.Heard::id)
                .containsOnly(told.getFirst().id());
        assertThat(told)
                .extracting(Receiver.Heard::body)
                .containsOnly(told.getFirst().body());
        await().atMost(PATIENCE).until(() -> delivery(domain).path("state").asString(), "done"::equals);
        assertThat(delivery(domain).path("attempts").asInt()).isEqualTo(3);
    }

    @Test
    void givesUpAndTellsItOnceMoreWhenToldTo() {
        for (var time = 0; time < 3; time++) {
            receiver.answerNext(503);
        }
        var domain = api.newDomain();
        await().atMost(PATIENCE).until(() -> delivery(domain).path("state").asString(), "failed"::equals);
        var again = "%s/%d/deliveries/%d/retry"
                .formatted(PATH, id, delivery(domain).path("id").asLong());

        assertThat(api.post(again, "{}").status()).isEqualTo(200);

        await().atMost(PATIENCE).until(() -> delivery(domain).path("state").asString(), "done"::equals);
        Problem.in(api.post(again.replace("/retry", "0/retry"), "{}")).status(404);
    }

    @Test
    void triesNoMoreWhereNobodyWantsToHearIt() {
        receiver.answerNext(410);
        var domain = api.newDomain();

        await().atMost(PATIENCE).until(() -> delivery(domain).path("state").asString(), "failed"::equals);
        assertThat(delivery(domain).path("attempts").asInt()).isEqualTo(1);
    }

    @Test
    void sendsNothingIntoTheHouse() {
        service.close();
        var settings = settings();
        settings.put("postern.admin.webhooks.allowed-networks", "");
        settings.put("postern.admin.webhooks.pauses", "1h");
        service = RunningService.start(settings);
        api = service.api();

        var domain = api.newDomain();

        await().atMost(PATIENCE)
                .until(() -> delivery(domain).path("problem").asString(""), text -> text.contains("allowed-networks"));
        assertThat(receiver.heard()).isEmpty();
    }

    @Test
    void trustsNoCertificateThatNobodyStandsBehind() {
        service.close();
        var settings = settings();
        settings.remove("postern.admin.webhooks.ca-file");
        settings.put("postern.admin.webhooks.pauses", "1h");
        service = RunningService.start(settings);
        api = service.api();

        var domain = api.newDomain();

        await().atMost(PATIENCE).until(() -> delivery(domain).path("attempts").asInt() == 1);
        assertThat(delivery(domain).path("problem").asString("")).isNotEmpty();
        assertThat(receiver.heard()).isEmpty();
    }

    @Test
    void keepsTheSecretEncryptedAndSignsWithAnotherOneWhenAsked() throws SQLException {
        var other = api.post(PATH + "/" + id + "/secret", "{}").text("secret");

        assertThat(other).startsWith("whsec_").isNotEqualTo(secret);
        assertThat(api.get(PATH + "/" + id).content()).doesNotContain("whsec_");
        assertThat(api.get("/api/v1/audit?action=webhook").content()).doesNotContain(other, secret);
        try (var connection = TestDatabase.connect("admin", "postern");
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from webhook where sealed_secret like '%whsec%'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
        var domain = api.newDomain();
        var told = awaitTold(domain, 1).getFirst();
        assertThat(told.signature())
                .isEqualTo(new WebhookSecret(other)
                        .sign(told.id(), told.sent(), told.body().getBytes(UTF_8)));
    }

    @Test
    void saysWhatCannotBe() {
        Problem.in(api.post(PATH, "{'url': 'http://hooks.example.org/'}"))
                .status(422)
                .field("url");
        Problem.in(api.post(PATH, "{'url': 'https://hooks.example.org/', 'events': ['all']}"))
                .status(422)
                .field("events");
        Problem.in(api.patch(PATH + "/" + id, "{'events': []}")).status(422).field("events");
    }

    private List<Receiver.Heard> awaitTold(String domain, int times) {
        return await().atMost(PATIENCE)
                .until(
                        () -> receiver.heard().stream()
                                .filter(heard -> heard.body().contains(domain))
                                .toList(),
                        heard -> heard.size() >= times);
    }

    private JsonNode delivery(String subject) {
        return api.get("%s/%d/deliveries".formatted(PATH, id))
                .body()
                .path("items")
                .valueStream()
                .filter(delivery -> delivery.path("subject").asString().equals(subject))
                .findFirst()
                .orElse(JsonMapper.shared().createObjectNode());
    }
}
