package dev.postern.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody gets mail to go where he may not send it, under a name that is not his, or past the filter: each attempt is refused,
 * and nothing of it arrives.
 */
@ExtendWith(NothingBreaks.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenRelayIT {

    private static final String OUTSIDE = "somebody@outside.example";
    private static final String STRANGER = "somebody@sender.example";

    private final Platform platform = Platform.get();
    private final Mailbox me = platform.newMailbox();
    private final Mailbox other = platform.newMailbox();
    private final People people = new People(me, other);

    @Nested
    class WithoutALogIn {

        /** The places that the ways of writing an address, now or in the last forty years, might lead to. */
        private static final List<String> NOT_OURS = List.of(
                "somebody@outside.example",
                "somebody%outside.example@test.example",
                "somebody%outside.example",
                "outside.example!somebody@test.example",
                "outside.example!somebody",
                "@test.example:somebody@outside.example",
                "@test.example,@postfix:somebody@outside.example",
                "\"somebody@outside.example\"@test.example",
                "\"somebody%outside.example\"@test.example",
                "\"somebody@outside.example\"",
                "somebody@outside.example@test.example",
                "{other}@outside.example",
                "{other},somebody@outside.example",
                "{other}> <somebody@outside.example",
                "{other}\0@outside.example",
                "{other}\rRCPT TO:<somebody@outside.example>",
                "somebody@[127.0.0.1]",
                "somebody@[203.0.113.9]",
                "somebody@localhost",
                "somebody@mail.postern.internal",
                "root",
                "|/bin/sh@test.example",
                // Addresses of forwarded mail, whose answers go to the outside, with hashes that nobody made.
                "SRS0=AAAA=BB=outside.example=somebody@test.example",
                "SRS1=AAAA=outside.example==AAAA=BB=outside.example=somebody@test.example");

        /** Several strangers at a time: Postfix lets each wait after each mistake. */
        @ParameterizedTest
        @EnumSource
        void nothing_goes_to_the_outside(Door door) throws Exception {
            var attempts = Stream.of("", me.address())
                    .flatMap(sender ->
                            NOT_OURS.stream().map(recipient -> attempt(door, sender, people.named(recipient))))
                    .toList();
            try (var strangers = Executors.newFixedThreadPool(12)) {
                for (var attempt : strangers.invokeAll(attempts)) {
                    attempt.get();
                }
            }
        }

        private static Callable<Boolean> attempt(Door door, String sender, String recipient) {
            return () -> {
                refuses(door, sender, recipient);
                return true;
            };
        }

        /** Mail from outside comes through mail-ingest; these doors are for people, even to write to one of ours. */
        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HANDOVER")
        void nothing_goes_to_one_of_ours_by_submission(Door door) throws IOException {
            for (var sender : List.of("", STRANGER, me.address())) {
                refuses(door, sender, other.address());
            }
            assertThat(other.allMessages("INBOX")).isEmpty();
        }

        /** Postfix asks no restriction about {@code <postmaster>} without a domain (RFC 5321 §4.5.1), not even for a log-in. */
        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HANDOVER")
        void not_even_the_postmaster_is_written_to_by_submission(Door door) throws IOException {
            try (var dialogue = door.open()) {
                dialogue.say("MAIL FROM:<%s>".formatted(other.address()));
                dialogue.say("RCPT TO:<postmaster>");
                dialogue.say("DATA").expectRefusal();
            }
        }

        @ParameterizedTest
        @EnumSource
        void sending_everything_at_once_does_not_help(Door door) throws IOException {
            try (var dialogue = door.open()) {
                dialogue.send("MAIL FROM:<%s>\r\nRCPT TO:<%s>\r\nDATA\r\nFrom: <%s>\r\n\r\nHello.\r\n.\r\n"
                                .formatted(me.address(), OUTSIDE, me.address()))
                        .expect("250 ");
                dialogue.reply().expectRefusal();
                dialogue.reply().expectRefusal();
            }
        }

        private static void refuses(Door door, String sender, String recipient) throws IOException {
            try (var dialogue = door.open()) {
                dialogue.say("MAIL FROM:<%s>".formatted(sender));
                dialogue.say("RCPT TO:<%s>".formatted(recipient)).expectRefusal();
                dialogue.say("DATA").expectRefusal();
            }
        }
    }

    @Nested
    class BeforeTls {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "AUTH PLAIN",
                    "AUTH LOGIN",
                    "MAIL FROM:<{me}>",
                    "XCLIENT ADDR=127.0.0.1 LOGIN={me}",
                    "XFORWARD ADDR=127.0.0.1"
                })
        void nothing_is_taken(String command) throws IOException {
            try (var dialogue = SmtpDialogue.over(Door.SUBMISSION.connect())) {
                dialogue.reply().expect("220 ");
                assertThat(dialogue.say("EHLO stranger.example").toString()).doesNotContain("AUTH", "XCLIENT");
                dialogue.say(people.named(command)).expectRefusal();
            }
        }

        @Test
        void a_password_is_not_even_looked_at() throws IOException {
            try (var dialogue = SmtpDialogue.over(Door.SUBMISSION.connect())) {
                dialogue.reply().expect("220 ");
                dialogue.say("EHLO stranger.example").expect("250 ");
                dialogue.logIn(me.address(), me.password()).expect("530 5.7.0 ");
            }
        }

        /** CVE-2011-0411: a third party puts commands in front of the encrypted ones. */
        @Test
        void what_was_sent_along_with_starttls_is_forgotten() throws IOException {
            try (var dialogue = SmtpDialogue.over(Door.SUBMISSION.connect())) {
                dialogue.reply().expect("220 ");
                dialogue.say("EHLO stranger.example").expect("250 ");
                dialogue.send("STARTTLS\r\nEHLO injected.example\r\nMAIL FROM:<%s>\r\n".formatted(other.address()))
                        .expect("220 ");
                try (var secured = dialogue.secured(platform.trust())) {
                    secured.say("RCPT TO:<%s>".formatted(OUTSIDE)).expect("503 5.5.1 Error: need MAIL");
                } catch (SSLException refused) {
                    assertThat(refused).isNotNull();
                }
            }
        }

        @Test
        void the_door_for_tls_says_nothing_without() throws IOException {
            try (var dialogue = SmtpDialogue.over(Door.SUBMISSIONS.connect())) {
                assertThat(dialogue.say("EHLO stranger.example").isClosed()).isTrue();
            }
        }
    }

    @Nested
    class SaidByTheWrongHost {

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HANDOVER")
        void nobody_but_mail_ingest_speaks_for_another_client(Door door) throws IOException {
            for (var command : List.of(
                    "XCLIENT ADDR=127.0.0.1 NAME=localhost",
                    "XCLIENT LOGIN=" + other.address(),
                    "XCLIENT LOGIN=sieve",
                    "XFORWARD ADDR=127.0.0.1")) {
                try (var dialogue = door.open()) {
                    dialogue.say(command).expectRefusal();
                    dialogue.say("MAIL FROM:<%s>".formatted(other.address()));
                    dialogue.say("RCPT TO:<%s>".formatted(OUTSIDE)).expectRefusal();
                }
                try (var dialogue = door.openAs(me)) {
                    dialogue.say(command).expectRefusal();
                    dialogue.say("MAIL FROM:<%s>".formatted(other.address()));
                    dialogue.say("RCPT TO:<%s>".formatted(OUTSIDE)).expectRefusal();
                }
            }
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "INGEST")
        void only_mail_ingest_reaches_the_door_where_it_is_believed(Neighbour neighbour) {
            assertThat(Neighbour.INGEST.reaches("postfix-handover", 2525)).isTrue();
            for (var address : addressesOfPostfix()) {
                assertThat(neighbour.reaches(address, 2525)).as(address).isFalse();
            }
        }

        @ParameterizedTest
        @EnumSource
        void nobody_reaches_the_door_for_forwarded_mail(Neighbour neighbour) {
            for (var address : addressesOfPostfix()) {
                assertThat(neighbour.reaches(address, 10027)).as(address).isFalse();
            }
        }

        /** Whoever takes over mail-ingest can invent mail to us, and nothing more. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "XCLIENT ADDR=127.0.0.1 NAME=localhost",
                    "XCLIENT ADDR=203.0.113.7 LOGIN={me}",
                    "XCLIENT ADDR=203.0.113.7 LOGIN=sieve",
                    "XCLIENT DESTADDR=127.0.0.1 DESTPORT=10027"
                })
        void to_be_believed_is_no_right_to_send(String command) throws IOException {
            try (var dialogue = Door.HANDOVER.open()) {
                dialogue.say(people.named(command)).expect("220 ");
                dialogue.say("EHLO stranger.example").expect("250 ");
                dialogue.say("MAIL FROM:<%s>".formatted(me.address())).expect("250 ");
                dialogue.say("RCPT TO:<%s>".formatted(OUTSIDE)).expect("550 5.7.1 ");
            }
        }

        @Test
        void a_log_in_is_not_taken_where_mail_comes_in() throws IOException {
            try (var dialogue = Door.HANDOVER.open()) {
                dialogue.logIn(me.address(), me.password()).expect("503 5.5.1 ");
            }
        }

        private List<String> addressesOfPostfix() {
            return Command.run(
                            "docker",
                            "inspect",
                            "--format",
                            "{{range .NetworkSettings.Networks}}{{println .IPAddress}}{{end}}",
                            "postern-test-postfix-1")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    @Nested
    class WithSomebodysPassword {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{other}",
                    "{other+tag}",
                    "\"{other name}\"@test.example",
                    "@test.example:{other}",
                    "{me}@outside.example",
                    "{me name}%test.example@outside.example",
                    "{me name}",
                    "{me}\0{other}",
                    "somebody@outside.example",
                    "nobody@test.example",
                    "somebody@[127.0.0.1]",
                    "postmaster",
                    "sieve"
                })
        void nobody_sends_as_somebody_else(String sender) throws IOException {
            for (var recipient : List.of(other.address(), OUTSIDE)) {
                try (var dialogue = Door.SUBMISSIONS.openAs(me)) {
                    dialogue.say("MAIL FROM:<%s>".formatted(people.named(sender)));
                    dialogue.say("RCPT TO:<%s>".formatted(recipient)).expectRefusal();
                    dialogue.say("DATA").expectRefusal();
                }
            }
        }

        @Test
        void nobody_writes_to_the_postmaster_as_somebody_else() throws IOException {
            try (var dialogue = Door.SUBMISSIONS.openAs(me)) {
                dialogue.say("MAIL FROM:<%s>".formatted(other.address()));
                dialogue.say("RCPT TO:<postmaster>");
                dialogue.say("DATA").expectRefusal();
            }
        }

        @Test
        void everybody_sends_as_himself_with_whatever_tag() throws IOException {
            try (var dialogue = Door.SUBMISSION.openAs(me)) {
                for (var sender : List.of("{me}", "{me+tag}", "@test.example:{me}", "\"{me name}\"@TEST.EXAMPLE", "")) {
                    dialogue.say("MAIL FROM:<%s>".formatted(people.named(sender)))
                            .expect("250 ");
                    dialogue.say("RCPT TO:<%s>".formatted(other.address())).expect("250 ");
                    dialogue.say("RSET").expect("250 ");
                }
            }
        }

        /** Sieve's log-in may send as anybody; a mailbox that somebody names so may not. */
        @Test
        void a_mailbox_called_sieve_is_not_sieve() throws IOException {
            var domain = "d" + UniqueId.next() + ".example";
            platform.admin().createDomain(domain);
            platform.admin().createMailbox("sieve@" + domain, me.password(), 1L << 30);
            try (var dialogue = Door.SUBMISSIONS.openAs(new Mailbox(platform, "sieve@" + domain, me.password()))) {
                dialogue.say("MAIL FROM:<%s>".formatted(other.address()));
                dialogue.say("RCPT TO:<%s>".formatted(OUTSIDE)).expect("553 5.7.1 ");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "somebody%outside.example@test.example",
                    "outside.example!somebody@test.example",
                    "\"somebody@outside.example\"@test.example",
                    "SRS0=AAAA=BB=outside.example=somebody@test.example",
                    "somebody@[127.0.0.1]",
                    "{other}\0@outside.example",
                    "{other},somebody@outside.example",
                    "|/bin/sh@test.example",
                    "../{other}"
                })
        void an_address_is_nothing_but_what_it_says(String recipient) throws IOException {
            try (var dialogue = Door.SUBMISSIONS.openAs(me)) {
                dialogue.say("MAIL FROM:<%s>".formatted(me.address())).expect("250 ");
                dialogue.say("RCPT TO:<%s>".formatted(people.named(recipient))).expectRefusal();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "MAIL FROM:<{other}>",
                    "AUTH PLAIN",
                    "XCLIENT LOGIN={other}",
                    "STARTTLS",
                    "RCPT TO:<somebody@outside.example> SIZE=1",
                    "BDAT -1 LAST",
                    "BDAT 99999999999999999999 LAST",
                    "VRFY {other}",
                    "EXPN {other}",
                    "ETRN outside.example",
                    "TURN"
                })
        void the_middle_of_a_transaction_is_no_back_door(String command) throws IOException {
            try (var dialogue = Door.SUBMISSIONS.openAs(me)) {
                dialogue.say("MAIL FROM:<%s>".formatted(me.address())).expect("250 ");
                dialogue.say("RCPT TO:<%s>".formatted(other.address())).expect("250 ");
                dialogue.say(people.named(command)).expectRefusal();
            }
        }
    }

    /** Whoever reads a message sees {@code From}: it has to be true as well, not only the envelope. */
    @Nested
    class UnderAnothersName {

        private final Mailbox reader = platform.newMailbox();

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "From: <{other}>",
                    "From: Boss <boss@test.example>",
                    "From: Boss <boss@outside.example>",
                    // In the first line "From " would begin an mbox, which Postfix tells apart.
                    "Reply-To: <{me}>\nFrom : <{other}>",
                    "FROM:\n <{other}>",
                    "From: \"{me}\" <{other}>",
                    "From: ({me}) {other}",
                    "From: {other} ({me})",
                    "From: =?utf-8?q?Me_=3C{me}=3E?= <{other}>",
                    "From: =?utf-8?q?{me}?= <{other}>",
                    "From: <@test.example:{other}>",
                    "From: \"{other name}\"@test.example",
                    "From: <{me}> <{other}>",
                    "From: <{other}> <{me}>",
                    "From: <{me}>, <{other}>",
                    "From: <{other}>, <{me}>",
                    "From: Us: <{me}>, <{other}>;",
                    "From: Us: <{other}>;",
                    "From: <{me}>\nFrom: <{other}>",
                    "From: <{other}>\nFrom: <{me}>",
                    "From: <{me}>\nfrom: <{other}>",
                    "From: <{me}>\nFrom : <{other}>",
                    "From: <{me}\0@outside.example>",
                    "From: <{me}@outside.example>",
                    "From: <{me name}>"
                })
        void nobody_writes(String from) throws IOException {
            for (var envelopeSender : List.of(me.address(), "")) {
                submit(envelopeSender, from).expectRefusal();
            }
            assertThat(reader.allMessages("INBOX")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "From: <{me}>",
                    "From: {me}",
                    "from: Me <{me+tag}>",
                    "From: \"{other}\" <{me}>",
                    "From: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n <{me}>",
                    "From: <{alias}>"
                })
        void everybody_writes_under_his_own(String from) throws IOException {
            var alias = "a" + UniqueId.next() + "@" + Platform.DOMAIN;
            platform.admin().createAlias(alias, List.of(me.address()));
            submit(me.address(), from.replace("{alias}", alias)).expect("250 ");
        }

        private SmtpDialogue.Reply submit(String envelopeSender, String from) throws IOException {
            try (var dialogue = Door.SUBMISSIONS.openAs(me)) {
                dialogue.say("MAIL FROM:<%s>".formatted(envelopeSender)).expect("250 ");
                dialogue.say("RCPT TO:<%s>".formatted(reader.address())).expect("250 ");
                dialogue.say("DATA").expect("354 ");
                return dialogue.send("%s\r\nTo: <%s>\r\nSubject: Who wrote this\r\n\r\nHello.\r\n.\r\n"
                        .formatted(people.named(from).replace("\n", "\r\n"), reader.address()));
            }
        }
    }
}
