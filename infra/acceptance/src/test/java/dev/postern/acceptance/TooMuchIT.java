package dev.postern.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Commands, messages and clients beyond all measure are refused or taken whole, and others are served meanwhile. */
@ExtendWith(NothingBreaks.class)
class TooMuchIT {

    static final List<Arguments> MONSTERS = List.of(
            Arguments.of("a long line", "HACK " + "x".repeat(200_000) + "\r\n"),
            Arguments.of("a long sender", "MAIL FROM:<" + "x".repeat(5_000) + "@test.example>\r\n"),
            Arguments.of("a size beyond all", "MAIL FROM:<{me}> SIZE=99999999999\r\n"),
            Arguments.of("a size beyond numbers", "MAIL FROM:<{me}> SIZE=" + "9".repeat(100) + "\r\n"),
            Arguments.of("binary content", "MAIL FROM:<{me}> BODY=BINARYMIME\r\n"),
            Arguments.of("HTTP", "GET / HTTP/1.1\r\nHost: test.example\r\n\r\n"),
            Arguments.of("bytes of no kind", "\0\1\2\u00ff\u00fe\r\n"));

    static final List<Arguments> MONSTROUS_MESSAGES = List.of(
            Arguments.of("a long line", "\n" + "x".repeat(1_000_000)),
            Arguments.of("a long header", "X-Long: " + "x".repeat(1_000_000) + "\n\nHello."),
            Arguments.of("many headers", "X-Many: y\n".repeat(20_000) + "\nHello."),
            Arguments.of(
                    "many hops", "Received: from a by b; Thu, 1 Jan 2026 00:00:00 +0000\n".repeat(60) + "\nHello."),
            Arguments.of(
                    "deep nesting",
                    "MIME-Version: 1.0\n" + "Content-Type: multipart/mixed; boundary=b\n\n--b\n".repeat(2_000)),
            Arguments.of("a NUL", "X-Nul: a\0b\n\nHello\0."));

    private final Platform platform = Platform.get();
    private final Mailbox me = platform.newMailbox();
    private final Mailbox other = platform.newMailbox();
    private final People people = new People(me, other);

    @ParameterizedTest
    @FieldSource("MONSTERS")
    void is_refused(String name, String bytes) throws IOException {
        try (var dialogue = Door.SUBMISSIONS.openAs(me)) {
            assertThat(name).isNotEmpty();
            dialogue.send(people.named(bytes)).expectRefusal();
        }
    }

    @ParameterizedTest
    @FieldSource("MONSTROUS_MESSAGES")
    void is_refused_or_arrives_and_breaks_nothing(String name, String text) throws IOException {
        var marker = UniqueId.next();
        try (var dialogue = Door.SUBMISSIONS.openAs(me)) {
            dialogue.say("MAIL FROM:<%s>".formatted(me.address())).expect("250 ");
            dialogue.say("RCPT TO:<%s>".formatted(other.address())).expect("250 ");
            dialogue.say("DATA").expect("354 ");
            var answer = dialogue.send("From: <%s>\r\nSubject: %s\r\n%s\r\n.\r\n"
                    .formatted(me.address(), marker, text.replace("\n", "\r\n")));
            if (answer.isRefusal()) {
                return;
            }
            answer.expect("250 ");
        }
        assertThat(other.messageWith(marker)).as(name).isNotEmpty();
    }

    @Test
    void more_than_a_thousand_recipients_are_not_taken_at_once() throws IOException {
        try (var dialogue = Door.SUBMISSIONS.openAs(me)) {
            dialogue.say("MAIL FROM:<%s>".formatted(me.address())).expect("250 ");
            var recipient = "RCPT TO:<%s>\r\n".formatted(other.address());
            dialogue.send(recipient.repeat(1001)).expect("250 ");
            for (int taken = 1; taken < 1000; taken++) {
                dialogue.reply().expect("250 ");
            }
            dialogue.reply().expect("452 4.5.3 ");
        }
    }

    @Test
    void a_client_that_only_makes_errors_is_sent_away() throws IOException {
        try (var dialogue = Door.SUBMISSION.open()) {
            for (int errors = 0; errors < 20; errors++) {
                dialogue.say("HACK").expectRefusal();
            }
            dialogue.say("HACK").expectRefusal();
            assertThat(dialogue.say("NOOP").isClosed()).isTrue();
        }
    }
}
