package dev.postern.ingest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.SmtpReply;
import dev.postern.ingest.smtp.HandOver;
import dev.postern.ingest.smtp.Step;
import dev.postern.ingest.support.Replies;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgementTest {

    private static final Set<Step> ABOUT_THE_MESSAGE = Set.of(Step.MAIL, Step.RCPT, Step.DATA, Step.END_OF_DATA);

    @ParameterizedTest
    @CsvSource({
        "GREETING, 554 5.3.2 no service here, NEXT_HOP_BUSY",
        "EHLO, 502 5.5.1 no such command, MISUNDERSTOOD",
        "EHLO, 550 5.7.1 no, MISUNDERSTOOD",
        "XCLIENT, 550 5.7.0 insufficient authorization, MISUNDERSTOOD",
        "XCLIENT, 421 4.3.2 going down, NEXT_HOP_BUSY",
        "MAIL, 451 4.3.0 queue file write error, NEXT_HOP_BUSY",
        "MAIL, 501 5.5.4 bad syntax, MISUNDERSTOOD",
        "MAIL, 503 5.5.1 nested MAIL, MISUNDERSTOOD",
        "MAIL, 555 5.5.4 unsupported option, MISUNDERSTOOD",
        "MAIL, 530 5.7.0 authentication required, MISUNDERSTOOD",
        "RCPT, 450 4.2.2 later, NEXT_HOP_BUSY",
        "RCPT, 521 5.3.2 nobody listens, MISUNDERSTOOD",
        "DATA, 451 4.7.1 scanner unavailable, NEXT_HOP_BUSY",
        "DATA, 250 2.0.0 what was that, NEXT_HOP_BUSY",
        "END_OF_DATA, 452 4.3.1 disk full, NEXT_HOP_BUSY",
        "END_OF_DATA, 500 5.5.2 bad syntax, MISUNDERSTOOD"
    })
    void asksForAnotherTryWhereTheMessageIsNotToBlame(Step step, String reply, Reason reason) {
        var outcome = Judgement.of(new HandOver.Answered(step, Replies.reply(reply)));
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Deferred.class);
        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(((DeliveryOutcome.Deferred) outcome).text()).contains(reply);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.7.1 sender rejected, SENDER",
        "MAIL, 552 5.3.4 too large, TOO_LARGE",
        "RCPT, 550 5.1.1 user unknown, RECIPIENT",
        "RCPT, 552 5.2.2 quota exceeded, RECIPIENT",
        "RCPT, 554 5.7.1 relay access denied, RECIPIENT",
        "DATA, 554 5.5.1 no valid recipients, CONTENT",
        "END_OF_DATA, 554 5.7.1 virus found, CONTENT",
        "END_OF_DATA, 552 5.3.4 too large, TOO_LARGE",
        "END_OF_DATA, 550 no such thing, CONTENT"
    })
    void refusesForGoodWhatTheNextHopJudged(Step step, String line, Reason reason) {
        var reply = Replies.reply(line);
        assertThat(Judgement.of(new HandOver.Answered(step, reply)))
                .isEqualTo(new DeliveryOutcome.Refused(reason, reply));
    }

    /** The whole table: a permanent answer needs a code about mailbox or message, at a step about them. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void neverBouncesMailForAFaultBetweenUsAndTheNextHop(Step step) {
        for (int code = 300; code <= 599; code++) {
            var outcome = Judgement.of(new HandOver.Answered(step, new SmtpReply(code, null, "x")));
            boolean verdict = ABOUT_THE_MESSAGE.contains(step) && code / 10 == 55 && code != 555;
            // 560 to 599 are nobody's codes; a 5 in front is a verdict where the envelope or the message was asked for.
            if (code < 560) {
                assertThat(outcome instanceof DeliveryOutcome.Refused)
                        .as("%s %d", step, code)
                        .isEqualTo(verdict);
            }
            assertThat(outcome).as("%s %d", step, code).isNotInstanceOf(DeliveryOutcome.Accepted.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void neverRefusesAfterSilence(Step step) {
        var outcome = Judgement.of(new HandOver.Broken(step, "connection reset"));
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Deferred.class);
        assertThat(outcome.reason()).isEqualTo(step == Step.END_OF_DATA ? Reason.UNCONFIRMED : Reason.UNREACHABLE);
    }

    @Test
    void acceptsWhatTheNextHopTook() {
        assertThat(Judgement.of(new HandOver.Done(Replies.QUEUED))).isEqualTo(Replies.accepted());
    }

    @Test
    void refusesAnAddressThatTheNextHopCannotCarry() {
        assertThat(Judgement.of(new HandOver.Unsupported("SMTPUTF8")))
                .isInstanceOfSatisfying(DeliveryOutcome.Refused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.ADDRESS);
                    assertThat(refused.reply().toString()).startsWith("553 5.6.7 ");
                });
    }

    @ParameterizedTest
    @CsvSource({"XCLIENT", "8BITMIME"})
    void waitsForAnExtensionThatIsOursToConfigure(String extension) {
        assertThat(Judgement.of(new HandOver.Unsupported(extension)))
                .isInstanceOfSatisfying(DeliveryOutcome.Deferred.class, deferred -> {
                    assertThat(deferred.reason()).isEqualTo(Reason.MISUNDERSTOOD);
                    assertThat(deferred.text()).contains(extension);
                });
    }

    @Test
    void isBusyWithoutAConnection() {
        assertThat(Judgement.of(new HandOver.NoConnection()).reason()).isEqualTo(Reason.BUSY);
    }
}
