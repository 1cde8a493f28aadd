package dev.postern.ingest.support;

import dev.postern.common.mail.SmtpReply;
import dev.postern.ingest.delivery.DeliveryOutcome;
import dev.postern.ingest.delivery.Reason;
import java.time.Duration;
import java.util.List;

/** What a next hop says, and what that means. */
public final class Replies {

    public static final SmtpReply QUEUED = reply("250 2.0.0 Ok: queued as 4ABC");

    private Replies() {}

    public static SmtpReply reply(String line) {
        return SmtpReply.parse(List.of(line));
    }

    public static DeliveryOutcome accepted() {
        return new DeliveryOutcome.Accepted(QUEUED, false);
    }

    public static DeliveryOutcome refused(String line) {
        return new DeliveryOutcome.Refused(Reason.RECIPIENT, reply(line));
    }

    public static DeliveryOutcome deferred(Reason reason) {
        return new DeliveryOutcome.Deferred(reason, Duration.ofMinutes(1), "The mail server is busy.");
    }
}
