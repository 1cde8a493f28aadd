package dev.postern.ingest.delivery;

import dev.postern.common.mail.TraceId;
import dev.postern.ingest.signature.SignatureFault;
import java.util.Optional;

/** What a request is told. */
sealed interface Answer {

    /**
     * It was a message, and this became of it.
     *
     * @param deliveryKey absent where the message was not read
     */
    record Judged(TraceId traceId, Optional<DeliveryKey> deliveryKey, DeliveryOutcome outcome) implements Answer {}

    record NotBelieved(SignatureFault fault) implements Answer {}

    /** It was signed by the edge, and still makes no sense. */
    record Unusable(String problem) implements Answer {}

    record TooSlow() implements Answer {}

    /** More signatures than can be remembered. */
    record TooMany() implements Answer {}
}
