package dev.postern.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where is my mail? What was sent can be followed until somebody else has it, and the story is true. */
class JournalIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Platform platform = Platform.get();
    private final Relays relays = platform.relays();
    private final Mailbox sender = platform.newMailbox();
    private final String recipient = "j" + UniqueId.next() + "@outside.example";

    @AfterEach
    void well() {
        relays.main().behave("smtpd_recipient_restrictions=", "smtpd_end_of_data_restrictions=");
        relays.second().behave("smtpd_recipient_restrictions=");
    }

    @Test
    void tells_what_the_relay_answered() throws Exception {
        var marker = send();
        relays.main().messageWith(marker);

        var delivery = wayOf(way -> way.path("message").path("sent").asInt() == 1);

        assertThat(delivery.path("recipient").asString()).isEqualTo(recipient);
        assertThat(delivery.path("service").asString()).isEqualTo("relay-main");
        assertThat(delivery.path("relay").asString()).startsWith(relays.main().host() + "[");
        assertThat(delivery.path("reply").asString()).startsWith("250 2.0.0 Ok: queued as ");
        assertThat(message().path("author").asString()).isEqualTo(sender.address());
        assertThat(message().path("messageId").asString()).isNotEmpty();
    }

    @Test
    void tells_that_it_waits_and_later_that_it_went() throws Exception {
        relays.main().behave("smtpd_recipient_restrictions=defer");
        relays.second().behave("smtpd_recipient_restrictions=defer");
        send();

        var waiting = wayOf(way -> way.path("message").path("deferred").asInt() == 1);
        assertThat(waiting.path("dsn").asString()).startsWith("4.");

        well();
        Platform.compose("exec", "-T", "postfix", "postqueue", "-f");
        var gone = wayOf(way -> way.path("message").path("sent").asInt() == 1);
        assertThat(gone.path("tries").asInt()).isGreaterThan(1);
    }

    @Test
    void what_waits_can_be_seen_held_and_deleted() throws Exception {
        relays.main().behave("smtpd_recipient_restrictions=defer");
        relays.second().behave("smtpd_recipient_restrictions=defer");
        send();
        wayOf(way -> way.path("message").path("deferred").asInt() == 1);
        var id = message().path("queueId").asString();

        assertThat(Platform.postern("queue"))
                .contains(id + "  deferred  since ", "from <" + sender.address() + ">", "to <" + recipient + ">: ");
        Platform.postern("queue", "retry", id);
        Platform.postern("queue", "hold", id);
        assertThat(Platform.postern("queue")).contains(id + "  hold");
        Platform.postern("queue", "release", id);
        Platform.postern("queue", "delete", id);
        assertThat(Platform.postern("queue")).doesNotContain(id);
        assertThat(Command.attempt(
                                Command.CHECKOUT.resolve("postern").toString(), "test-platform", "queue", "retry", id)
                        .errors())
                .contains("There is no message " + id);
        assertThat(Platform.read(platform.state().resolve("log/queue.log")))
                .contains(" hold " + id, " release " + id, " delete " + id);
    }

    @Test
    void tells_that_it_came_back() throws Exception {
        relays.main().behave("smtpd_end_of_data_restrictions=reject");
        send();

        var bounced = wayOf(way -> way.path("message").path("bounced").asInt() == 1);

        assertThat(bounced.path("dsn").asString()).startsWith("5.");
        assertThat(bounced.path("reply").asString()).contains(relays.main().host(), "554");
    }

    /** What happens while mail-ingest is away is told once it is back. */
    @Test
    void forgets_nothing_while_it_is_away() throws Exception {
        var marker = send();
        Component.MAIL_INGEST.crash();
        relays.main().messageWith(marker);
        Component.MAIL_INGEST.awaitHealthy();

        assertThat(wayOf(way -> way.path("message").path("sent").asInt() == 1)
                        .path("relay")
                        .asString())
                .contains(relays.main().host());
    }

    private String send() throws Exception {
        var marker = "Message " + UniqueId.next();
        new Submission(sender).send(recipient, """
                From: <%s>
                To: <%s>
                Subject: %s

                Hello.
                """.formatted(sender.address(), recipient, marker));
        return marker;
    }

    /** Waits until the sender's one message has come so far, and gives its one delivery. */
    private JsonNode wayOf(Predicate<JsonNode> farEnough) {
        return await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> api("/" + message().path("queueId").asString()), farEnough)
                .path("deliveries")
                .path(0);
    }

    private JsonNode message() throws IOException, InterruptedException {
        return api("?search=" + sender.address()).path("messages").path(0);
    }

    private JsonNode api(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(platform.info().dashboards().get("mail-ingest") + "api/v1/sent" + path))
                .header(
                        "Authorization",
                        "Bearer " + Platform.read(platform.info().adminApi().tokenFile()))
                .build();
        var answer = platform.http().send(request, BodyHandlers.ofString());
        assertThat(List.of(200)).contains(answer.statusCode());
        return JSON.readTree(answer.body());
    }
}
