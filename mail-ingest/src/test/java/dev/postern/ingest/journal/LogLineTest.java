package dev.postern.ingest.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.journal.Attempt.State;
import java.time.Instant;
import java.time.InstantSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {

    private static final String DEFERRED = "Nov 25 02:33:43 mail postfix/relay-main/smtp[440]: 4jZ3bv1bt7zCDNb:"
            + " to=<ann@outside.example>, orig_to=<info@here.example>, relay=smtp.second.example[172.20.0.6]:587, delay=92,"
            + " delays=32/0.01/60/0, dsn=4.4.2, status=deferred (conversation with smtp.second.example[172.20.0.6] timed out)";

    private final LogLine lines = new LogLine(InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z")));

    @Test
    void readsAnAttempt() {
        assertThat(lines.attempt(DEFERRED))
                .contains(new Attempt(
                        Instant.parse("2026-11-25T02:33:43Z"),
                        "4jZ3bv1bt7zCDNb",
                        "ann@outside.example",
                        "relay-main",
                        "smtp.second.example[172.20.0.6]:587",
                        "4.4.2",
                        State.DEFERRED,
                        "conversation with smtp.second.example[172.20.0.6] timed out"));
    }

    @Test
    void readsTheNameThatTheOtherSideGaveIt() {
        var attempt = lines.attempt("Nov  5 02:33:43 mail postfix/forward/smtp[1]: 4jZ3bv1bt7zCDNb: to=<a@b.example>,"
                        + " relay=127.0.0.1[127.0.0.1]:10027, conn_use=2, delay=0.1, delays=0/0/0/0.1, dsn=2.0.0,"
                        + " status=sent (250 2.0.0 Ok: queued as 4jZ3bv1bt7zXYZ)")
                .orElseThrow();

        assertThat(attempt.queuedAs()).contains("4jZ3bv1bt7zXYZ");
        assertThat(attempt.at()).isEqualTo(Instant.parse("2026-11-05T02:33:43Z"));
    }

    @Test
    void readsADeliveryToAMailbox() {
        var attempt = lines.attempt("Nov 25 02:40:25 mail postfix/lmtp[445]: 4jZ3nP5WpMzCDNF: to=<me@test.example>,"
                        + " relay=mail.postern.internal[/run/lmtp/dovecot.sock], delay=0.03, delays=0.01/0/0/0.02, dsn=2.0.0,"
                        + " status=sent (250 2.0.0 <me@test.example> SfEeL5lKBms3AAAA07CJ6A Saved)")
                .orElseThrow();

        assertThat(attempt.service()).isEqualTo("lmtp");
        assertThat(attempt.queuedAs()).isEmpty();
    }

    @Test
    void aTimeThatWouldBeInTheFutureIsOfLastYear() {
        assertThat(lines.attempt(DEFERRED.replace("Nov 25", "Dec 31"))
                        .orElseThrow()
                        .at())
                .isEqualTo(Instant.parse("2025-12-31T02:33:43Z"));
        assertThat(new LogLine(InstantSource.fixed(Instant.parse("2029-03-01T00:00:00Z")))
                        .attempt(DEFERRED.replace("Nov 25", "Feb 29"))
                        .orElseThrow()
                        .at())
                .isEqualTo(Instant.parse("2028-02-29T02:33:43Z"));
    }

    /** The address stands in the middle of the line as its sender wrote it. */
    @Test
    void anAddressThatLooksLikeMoreOfTheLineChangesNothingElse() {
        var attempt = lines.attempt(DEFERRED.replace(
                        "<ann@outside.example>", "<\"a>, relay=x, status=sent (250 fine) b\"@outside.example>"))
                .orElseThrow();

        assertThat(attempt.state()).isEqualTo(State.DEFERRED);
        assertThat(attempt.queueId()).isEqualTo("4jZ3bv1bt7zCDNb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nov 25 02:33:43 mail postfix/qmgr[1]: 4jZ3bv1bt7zCDNb: removed",
                "Nov 25 02:33:43 mail postfix/qmgr[1]: 4jZ3bv1bt7zCDNb: from=<a@b>, size=1, nrcpt=1 (queue active)",
                "Nov 99 02:33:43 mail postfix/lmtp[1]: 4jZ3bv1bt7zCDNb: to=<a@b>, relay=none, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (x)",
                "Nov 25 02:33:43 mail postfix/lmtp[1]: 4jZ3bv1bt7zCDNb: to=<a@b>, relay=none, delay=1, delays=1/0/0/0, dsn=2.0.0, status=unknown (x)",
            })
    void leavesOtherLinesAlone(String line) {
        assertThat(lines.attempt(line)).isEmpty();
    }

    @Property(tries = 300)
    void isNeverSurprised(@ForAll String text) {
        assertThat(lines.attempt(text)).isEmpty();
        assertThat(lines.attempt(DEFERRED.replace("timed out", text)).stream().map(Attempt::state))
                .allMatch(State.DEFERRED::equals);
    }
}
