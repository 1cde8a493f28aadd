package dev.postern.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * A relay that closes the connection in the middle loses no message, and its silence is never taken for a refusal. Where it may
 * have the message after all, a second copy is better than none (RFC 1047).
 */
class LostConnectionIT {

    private static final Platform PLATFORM = Platform.get();
    private static final Relays RELAYS = PLATFORM.relays();
    private static final String IN_THE_BODY = "while sending message body";
    private static final String AFTER_THE_DOT = "while sending end of data -- message may be sent more than once";

    private final String recipient = "l" + UniqueId.next() + "@outside.example";
    private final String marker = "Message " + UniqueId.next();

    @BeforeAll
    static void breakable() {
        RELAYS.set("breaking", RELAYS.main().breakingSettings(""));
        RELAYS.set("backed", RELAYS.main().breakingSettings("fallback = steady"));
        RELAYS.set("steady", RELAYS.second().implicitSettings(""));
        RELAYS.takeIntoUse();
    }

    @AfterAll
    static void asBefore() {
        for (var name : new String[] {"breaking", "backed", "steady"}) {
            RELAYS.remove(name);
        }
        RELAYS.takeIntoUse();
    }

    @AfterEach
    void well() {
        RELAYS.main().breakOff("");
    }

    @ParameterizedTest
    @CsvSource({"data," + IN_THE_BODY, "dot," + AFTER_THE_DOT})
    void the_message_waits_and_its_sender_is_told_nothing(String moment, String words) throws Exception {
        var sender = senderBy("breaking");
        send(sender, moment);

        var waiting = new Journal(sender).wayOf(LostConnectionIT::isDeferred);

        assertThat(waiting.path("reply").asString())
                .startsWith("lost connection with " + RELAYS.main().host())
                .endsWith(words);
        assertThat(waiting.path("dsn").asString()).isEqualTo("4.4.2");
        assertThat(sender.allMessages("INBOX")).isEmpty();
    }

    @Test
    void what_was_cut_off_in_the_middle_arrives_once_when_the_relay_is_well_again() throws Exception {
        var sender = senderBy("breaking");
        send(sender, "data");
        new Journal(sender).wayOf(LostConnectionIT::isDeferred);
        assertThat(RELAYS.main().messagesWith(marker)).isEmpty();

        tryAgain(sender);

        assertThat(RELAYS.main().messagesWith(marker))
                .singleElement()
                .asString()
                .contains("The last line.");
        assertThat(sender.allMessages("INBOX")).isEmpty();
    }

    @Test
    void what_the_relay_took_without_a_word_is_sent_again() throws Exception {
        var sender = senderBy("breaking");
        send(sender, "dot");
        new Journal(sender).wayOf(LostConnectionIT::isDeferred);
        assertThat(RELAYS.main().messageWith(marker)).contains("The last line.");

        tryAgain(sender);

        assertThat(RELAYS.main().messagesWith(marker)).hasSize(2);
        assertThat(sender.allMessages("INBOX")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"data,0", "dot,1"})
    void the_fallback_takes_over(String moment, int copies) throws Exception {
        var sender = senderBy("backed");
        send(sender, moment);

        assertThat(RELAYS.second().messageWith(marker)).contains("The last line.");
        assertThat(new Journal(sender)
                        .wayOf(LostConnectionIT::isSent)
                        .path("relay")
                        .asString())
                .startsWith(RELAYS.second().host());
        assertThat(RELAYS.main().messagesWith(marker)).hasSize(copies);
        assertThat(RELAYS.second().messagesWith(marker)).hasSize(1);
        assertThat(sender.allMessages("INBOX")).isEmpty();
    }

    /** A mailbox in a domain whose mail leaves by this relay. */
    private static Mailbox senderBy(String relay) {
        var domain = "d" + UniqueId.next() + ".example";
        PLATFORM.admin().createDomain(domain);
        PLATFORM.admin().change("domains/" + domain, "{\"relay\": \"%s\"}".formatted(relay));
        RELAYS.awaitRoute("@" + domain, "relay-" + relay + ":");
        var password = "pass-" + UniqueId.next();
        PLATFORM.admin().createMailbox("ann@" + domain, password, 1L << 30);
        return new Mailbox(PLATFORM, "ann@" + domain, password);
    }

    /** So much that not all of it is under way before anybody notices that nobody reads it. */
    private void send(Mailbox sender, String moment) throws Exception {
        RELAYS.main().breakOff(moment);
        new Submission(sender).send(recipient, """
                From: <%s>
                To: <%s>
                Subject: %s

                %sThe last line.
                """.formatted(
                sender.address(), recipient, marker, "x".repeat(70).concat("\n").repeat(20_000)));
    }

    private static void tryAgain(Mailbox sender) {
        RELAYS.main().breakOff("");
        Platform.compose("exec", "-T", "postfix", "postqueue", "-f");
        new Journal(sender).wayOf(LostConnectionIT::isSent);
    }

    private static boolean isDeferred(JsonNode way) {
        return way.path("message").path("deferred").asInt() == 1;
    }

    private static boolean isSent(JsonNode way) {
        return way.path("message").path("sent").asInt() == 1;
    }
}
