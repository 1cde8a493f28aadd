package dev.postern.ingest.delivery;

import dev.postern.common.mail.Envelope;
import dev.postern.common.mail.TraceId;
import dev.postern.ingest.trace.ClientIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One delivery attempt, as it is remembered.
 *
 * @param deliveryKey absent where the message was refused before it was read
 * @param size of the body in bytes; 0 if it was not read
 * @param duration from the request's first byte to the outcome; none if the clock was set back meanwhile
 */
public record Receipt(
        Optional<DeliveryKey> deliveryKey,
        TraceId traceId,
        Instant receivedAt,
        Envelope envelope,
        ClientIdentity client,
        long size,
        DeliveryOutcome outcome,
        Duration duration) {

    public Receipt {
        duration = duration.isNegative() ? Duration.ZERO : duration;
    }

    static Receipt of(InboundMail mail, DeliveryOutcome outcome, Instant now) {
        return new Receipt(
                Optional.of(mail.deliveryKey()),
                mail.traceId(),
                mail.receivedAt(),
                mail.envelope(),
                mail.client(),
                mail.body().size(),
                outcome,
                Duration.between(mail.receivedAt(), now));
    }

    /** Of a message that was not read. */
    static Receipt unread(
            TraceId traceId, Envelope envelope, DeliveryOutcome outcome, Instant receivedAt, Instant now) {
        return new Receipt(
                Optional.empty(),
                traceId,
                receivedAt,
                envelope,
                ClientIdentity.UNKNOWN,
                0,
                outcome,
                Duration.between(receivedAt, now));
    }
}
