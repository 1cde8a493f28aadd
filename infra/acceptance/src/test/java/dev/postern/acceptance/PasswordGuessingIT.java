package dev.postern.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has no password gets in by no trick, learns slowly, and is nobody else's trouble. */
@ExtendWith(NothingBreaks.class)
class PasswordGuessingIT {

    private static final String OUTSIDE = "somebody@outside.example";

    private final Platform platform = Platform.get();
    private final Mailbox me = platform.newMailbox();
    private final Mailbox other = platform.newMailbox();
    private final People people = new People(me, other);

    /** One guess each, since Dovecot makes an address wait longer and longer; the log-in after it ends that. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``       | {me}                  | wrong
                    ``       | {me}                  | ``
                    ``       | {me}                  | {other password}
                    ``       | {other}               | {my password}
                    {other}  | {me}                  | {my password}
                    sieve    | {me}                  | {my password}
                    ``       | {me}*{other}          | {my password}
                    ``       | %                     | {my password}
                    ``       | {me}' OR '1'='1       | {my password}
                    ``       | sieve                 | ``
                    ``       | sieve                 | sieve
                    ``       | ../{me}               | {my password}
                    """)
    void is_in_vain(String actingAs, String user, String password) throws IOException {
        try (var dialogue = Door.SUBMISSIONS.open()) {
            dialogue.say(SmtpDialogue.plain(people.named(actingAs), people.named(user), people.named(password)))
                    .expect("535 5.7.8 ");
            dialogue.say("MAIL FROM:<%s>".formatted(me.address()));
            dialogue.say("RCPT TO:<%s>".formatted(OUTSIDE)).expectRefusal();
        }
        Door.SUBMISSIONS.openAs(me).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AUTH PLAIN =",
                "AUTH PLAIN *",
                "AUTH PLAIN !!!!",
                "AUTH PLAIN AAAA",
                "AUTH ANONYMOUS Z3Vlc3Q=",
                "AUTH EXTERNAL c2lldmU=",
                "AUTH CRAM-MD5",
                "AUTH XOAUTH2 dXNlcj1zaWV2ZQE=",
                "AUTH GSSAPI",
                "AUTH NTLM"
            })
    void is_not_made_easier_by_another_mechanism_or_garbage(String command) throws IOException {
        try (var dialogue = Door.SUBMISSIONS.open()) {
            dialogue.say(command).expectRefusal();
            dialogue.say("MAIL FROM:<%s>".formatted(me.address()));
            dialogue.say("RCPT TO:<%s>".formatted(OUTSIDE)).expectRefusal();
        }
        Door.SUBMISSIONS.openAs(me).close();
    }

    /** It is the address that has to wait. */
    @Test
    void takes_long_and_keeps_nobody_out_who_comes_from_elsewhere() throws IOException {
        try {
            for (int guess = 0; guess < 4; guess++) {
                var asked = System.nanoTime();
                try (var dialogue = Door.SUBMISSIONS_FROM_WEBMAIL.open()) {
                    assertThat(dialogue.logIn(other.address(), "guess-" + guess).begins("235"))
                            .isFalse();
                }
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofSeconds(1));
            }
            var asked = System.nanoTime();
            Door.SUBMISSIONS.openAs(me).close();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
        } finally {
            Door.SUBMISSIONS_FROM_WEBMAIL.openAs(me).close();
        }
    }
}
