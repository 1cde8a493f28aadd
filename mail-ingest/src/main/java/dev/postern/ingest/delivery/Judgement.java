package dev.postern.ingest.delivery;

import dev.postern.common.mail.EnhancedStatusCode;
import dev.postern.common.mail.SmtpReply;
import dev.postern.ingest.smtp.HandOver;
import dev.postern.ingest.smtp.Step;
import java.time.Duration;

/**
 * What the end of a dialogue means for the sender. Only a verdict on his message or its envelope is ever permanent: a
 * fault between us and the next hop must not bounce anybody's mail.
 */
final class Judgement {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final Duration MUCH_LATER = Duration.ofMinutes(5);

    private static final EnhancedStatusCode TOO_LARGE = new EnhancedStatusCode(5, 3, 4);
    private static final SmtpReply NO_UTF8 = new SmtpReply(
            553, new EnhancedStatusCode(5, 6, 7), "Addresses beyond ASCII are not supported here (no SMTPUTF8)");

    private Judgement() {}

    static DeliveryOutcome of(HandOver ending) {
        return switch (ending) {
            case HandOver.Done(var reply) -> new DeliveryOutcome.Accepted(reply, false);
            case HandOver.Answered(var step, var reply) -> ofReply(step, reply);
            case HandOver.Broken(var step, var cause) -> ofSilence(step, cause);
            case HandOver.Unsupported(var extension) -> ofLack(extension);
            case HandOver.NoConnection() ->
                new DeliveryOutcome.Deferred(Reason.BUSY, SOON, "All connections to the mail server are at work.");
        };
    }

    private static DeliveryOutcome ofReply(Step step, SmtpReply reply) {
        if (!reply.isPermanent() || step == Step.GREETING) {
            return new DeliveryOutcome.Deferred(Reason.NEXT_HOP_BUSY, LATER, "The mail server said: " + reply);
        }
        if (!isAboutTheMessage(step, reply.code())) {
            return new DeliveryOutcome.Deferred(
                    Reason.MISUNDERSTOOD, MUCH_LATER, "The mail server refused %s: %s".formatted(step, reply));
        }
        return new DeliveryOutcome.Refused(reasonAt(step, reply), reply);
    }

    /** 550 to 559 judge a mailbox or a message. 500 to 504, 530 and 555 say that we speak wrongly, and 521 that nobody listens. */
    private static boolean isAboutTheMessage(Step step, int code) {
        return step.compareTo(Step.MAIL) >= 0 && code >= 550 && code != 555;
    }

    private static Reason reasonAt(Step step, SmtpReply reply) {
        if (TOO_LARGE.equals(reply.enhanced())) {
            return Reason.TOO_LARGE;
        }
        return switch (step) {
            case MAIL -> Reason.SENDER;
            case RCPT -> Reason.RECIPIENT;
            default -> Reason.CONTENT;
        };
    }

    private static DeliveryOutcome ofSilence(Step step, String cause) {
        return step == Step.END_OF_DATA
                ? new DeliveryOutcome.Deferred(
                        Reason.UNCONFIRMED, LATER, "The mail server did not confirm the message: " + cause)
                : new DeliveryOutcome.Deferred(
                        Reason.UNREACHABLE, SOON, "The mail server cannot be reached (%s: %s).".formatted(step, cause));
    }

    private static DeliveryOutcome ofLack(String extension) {
        return extension.equals("SMTPUTF8")
                ? new DeliveryOutcome.Refused(Reason.ADDRESS, NO_UTF8)
                : new DeliveryOutcome.Deferred(
                        Reason.MISUNDERSTOOD, MUCH_LATER, "The mail server does not offer " + extension + " to us.");
    }
}
