package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static dev.postern.acceptance.MessageBuilder.latin1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was published as SMTP smuggling since 2023, and its relatives: one message goes in, and one comes out. */
@ExtendWith(NothingBreaks.class)
class SmugglingIT {

    private static final String STRANGER = "somebody@sender.example";

    private static final List<String> ENDS = List.of(
            "\n.\n",
            "\n.\r\n",
            "\r\n.\n",
            "\r.\r",
            "\r.\n",
            "\n.\r",
            "\r\n.\r",
            "\r.\r\n",
            "\r\r\n.\r\r\n",
            "\n\r.\n\r",
            "\r\n.\013\r\n",
            "\r\n. \r\n",
            "\r\n..\r\n",
            "\u0085.\u0085",
            "\u00e2\u0080\u00a8.\u00e2\u0080\u00a8");

    private final Platform platform = Platform.get();
    private final Mailbox me = platform.newMailbox();
    private final Mailbox other = platform.newMailbox();

    static Stream<Arguments> ends() {
        return atEachDoor(ENDS);
    }

    static Stream<Arguments> endsWithNul() {
        return atEachDoor(List.of("\r\n.\0\r\n", "\r\n\0.\r\n"));
    }

    private static Stream<Arguments> atEachDoor(List<String> ends) {
        return Stream.of(Door.SUBMISSIONS, Door.SUBMISSION, Door.HANDOVER)
                .flatMap(door -> ends.stream().map(end -> Arguments.of(door, new End(end))));
    }

    /** Readable in the name of a test. */
    record End(String bytes) {

        @Override
        public String toString() {
            return bytes.chars()
                    .mapToObj(octet -> switch (octet) {
                        case '\r' -> "CR ";
                        case '\n' -> "LF ";
                        case '.' -> ". ";
                        default -> "%02x ".formatted(octet);
                    })
                    .reduce("", String::concat)
                    .strip();
        }
    }

    @ParameterizedTest
    @MethodSource("ends")
    void nothing_is_smuggled(Door door, End end) throws IOException {
        var message = aMessage();
        try (var dialogue = begun(door)) {
            dialogue.say("DATA").expect("354 ");
            dialogue.send(text(door, message) + "End:" + end.bytes() + smuggled() + "\r\n.\r\n")
                    .expect("250 ");
            dialogue.say("QUIT").expect("221 ");
        }
        assertOneArrived(message);
    }

    /** From outside a NUL passes as every other byte; what people write holds none. */
    @ParameterizedTest
    @MethodSource("endsWithNul")
    void nothing_is_smuggled_behind_a_nul(Door door, End end) throws IOException {
        var message = aMessage();
        try (var dialogue = begun(door)) {
            dialogue.say("DATA").expect("354 ");
            var whole = text(door, message) + "End:" + end.bytes() + smuggled() + "\r\n.\r\n";
            if (door == Door.HANDOVER) {
                dialogue.send(whole).expect("250 ");
                assertOneArrived(message);
            } else {
                dialogue.send(whole).expect("550 ");
                assertThat(me.allMessages("INBOX")).isEmpty();
                assertThat(other.allMessages("INBOX")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMISSIONS", "HANDOVER"})
    void an_end_of_data_within_a_chunk_is_none(Door door) throws IOException {
        var message = aMessage();
        var chunk = text(door, message) + "\r\n.\r\n" + smuggled() + "\r\n.\r\n";
        try (var dialogue = begun(door)) {
            dialogue.send("BDAT %d LAST\r\n%s".formatted(chunk.length(), chunk)).expect("250 ");
            dialogue.say("QUIT").expect("221 ");
        }
        assertOneArrived(message);
    }

    @Test
    void data_after_a_chunk_is_refused() throws IOException {
        try (var dialogue = begun(Door.SUBMISSIONS)) {
            dialogue.send("BDAT 5\r\nHello").expect("250 ");
            dialogue.say("DATA").expectRefusal();
        }
    }

    @Test
    void a_message_that_was_cut_off_never_arrives() throws IOException {
        var message = aMessage();
        try (var dialogue = begun(Door.SUBMISSIONS)) {
            dialogue.say("DATA").expect("354 ");
            dialogue.send(text(Door.SUBMISSIONS, message) + "\n.\r\nNOOP\r\n\r\n.\r\n")
                    .expect("250 ");
            dialogue.say("MAIL FROM:<%s>".formatted(me.address())).expect("250 ");
            dialogue.say("RCPT TO:<%s>".formatted(me.address())).expect("250 ");
            dialogue.say("DATA").expect("354 ");
            dialogue.write("From: <%s>\r\nSubject: cut off\r\n\r\nno end".formatted(me.address()));
        }
        assertOneArrived(message);
        assertThat(me.allMessages("INBOX")).isEmpty();
    }

    /** A server further on may take one for a line end: what people send must not be able to smuggle there either. */
    @ParameterizedTest
    @ValueSource(strings = {"\r.\r", "\r.\r\n", "\r\n.\r", "\n\r.\n\r"})
    void what_people_send_holds_no_bare_carriage_return(String end) throws IOException {
        var message = aMessage();
        assertRefusedOrWithoutBareReturns(message, text(Door.SUBMISSIONS, message) + "End:" + end + smuggled());
    }

    @Test
    void nor_do_its_headers() throws IOException {
        var message = aMessage().header("X-Test: a\rFrom: <%s>".formatted(other.address()));
        assertRefusedOrWithoutBareReturns(message, text(Door.SUBMISSIONS, message));
    }

    private void assertRefusedOrWithoutBareReturns(MessageBuilder message, String text) throws IOException {
        try (var dialogue = begun(Door.SUBMISSIONS)) {
            dialogue.say("DATA").expect("354 ");
            if (dialogue.send(text + "\r\n.\r\n").isRefusal()) {
                return;
            }
        }
        assertThat(latin1(other.messageWith(message.marker()))).doesNotContainPattern("\r(?!\n)");
    }

    private SmtpDialogue begun(Door door) throws IOException {
        var dialogue = door == Door.HANDOVER ? forSomebodyOutside() : door.openAs(me);
        dialogue.say("MAIL FROM:<%s>".formatted(sender(door))).expect("250 ");
        dialogue.say("RCPT TO:<%s>".formatted(other.address())).expect("250 ");
        return dialogue;
    }

    /** As mail-ingest says it: the message would be spam if it came from where it comes from. */
    private static SmtpDialogue forSomebodyOutside() throws IOException {
        var dialogue = Door.HANDOVER.open();
        dialogue.say("XCLIENT ADDR=203.0.113.7 NAME=mail.sender.example PROTO=ESMTP HELO=mail.sender.example")
                .expect("220 ");
        dialogue.say("EHLO mail.sender.example").expect("250 ");
        return dialogue;
    }

    private String sender(Door door) {
        return door == Door.HANDOVER ? STRANGER : me.address();
    }

    private String text(Door door, MessageBuilder message) {
        return latin1(message.senderBytes()).replace(STRANGER, sender(door));
    }

    /** To the sender himself, to whom nobody else writes here. */
    private String smuggled() {
        return "MAIL FROM:<%s>\r\nRCPT TO:<%s>\r\nDATA\r\n%s"
                .formatted(me.address(), me.address(), latin1(aMessage().senderBytes()));
    }

    private void assertOneArrived(MessageBuilder message) {
        assertThat(latin1(other.messageWith(message.marker()))).contains(message.marker());
        assertThat(other.allMessages("INBOX")).hasSize(1);
        assertThat(me.allMessages("INBOX")).isEmpty();
    }
}
