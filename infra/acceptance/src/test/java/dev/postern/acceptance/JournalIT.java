package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Where is my mail? What was sent can be followed until somebody else has it, and the story is true. */
class JournalIT {

    private final Platform platform = Platform.get();
    private final IngestApi api = new IngestApi(platform);
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
    void tells_that_it_came_back() throws Exception {
        relays.main().behave("smtpd_end_of_data_restrictions=reject");
        send();

        var bounced = wayOf(way -> way.path("message").path("bounced").asInt() == 1);

        assertThat(bounced.path("dsn").asString()).startsWith("5.");
        assertThat(bounced.path("reply").asString()).contains(relays.main().host(), "554");
    }

    @Test
    void one_search_finds_what_was_sent_and_what_came_in() throws Exception {
        relays.main().messageWith(send());
        wayOf(way -> way.path("message").path("sent").asInt() == 1);
        platform.worker()
                .send("somebody@sender.example", sender.address(), aMessage().bytes());

        var found = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> api.get("mail?search=" + sender.address()),
                        passages -> passages.size() == 2
                                && passages.path(0).path("state").asString().equals("sent"));

        assertThat(found.valueStream())
                .extracting(
                        passage -> passage.path("direction").asString(),
                        passage -> passage.path("deliveries")
                                .path(0)
                                .path("recipient")
                                .asString())
                .containsExactly(tuple("IN", sender.address()), tuple("OUT", recipient));
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

    private JsonNode wayOf(Predicate<JsonNode> farEnough) {
        return new Journal(sender).wayOf(farEnough);
    }

    private JsonNode message() {
        return new Journal(sender).message();
    }
}
