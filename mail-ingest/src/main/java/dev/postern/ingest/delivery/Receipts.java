package dev.postern.ingest.delivery;

import dev.postern.common.mail.SmtpReply;
import java.util.Optional;

/** The memory of what came in and what became of it. */
public interface Receipts {

    /** What the next hop said when it took this delivery before. */
    Optional<SmtpReply> acceptedBefore(DeliveryKey key);

    /** Whether one more can be remembered. */
    boolean hasRoom();

    /** Never fails and never waits. */
    void remember(Receipt receipt);
}
