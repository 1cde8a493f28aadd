package dev.postern.ingest.delivery;

import dev.postern.common.mail.SmtpReply;
import java.time.Duration;

/** What became of a message. */
public sealed interface DeliveryOutcome {

    Reason reason();

    /** For metrics, log lines and receipts. */
    String tag();

    /** It is with the next hop, on its disk. */
    record Accepted(SmtpReply reply, boolean duplicate) implements DeliveryOutcome {

        @Override
        public Reason reason() {
            return duplicate ? Reason.DUPLICATE : Reason.HANDED_OVER;
        }

        @Override
        public String tag() {
            return "accepted";
        }
    }

    /** Refused for good; the sender is to be told. */
    record Refused(Reason reason, SmtpReply reply) implements DeliveryOutcome {

        @Override
        public String tag() {
            return "refused";
        }
    }

    /** Not now; the sender's server is to try again. */
    record Deferred(Reason reason, Duration retryAfter, String text) implements DeliveryOutcome {

        @Override
        public String tag() {
            return "deferred";
        }
    }
}
