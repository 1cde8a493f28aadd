package dev.postern.ingest.journal;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message for one recipient, as far as Postfix has tried.
 *
 * @param queueId under which it was tried: a forwarded message has two
 * @param state {@code sent}, {@code deferred} or {@code bounced}
 * @param service of Postfix that tried last
 * @param relay the other side; {@code none} where nobody was asked
 * @param dsn enhanced status code
 * @param reply what the other side said last
 * @param nextQueueId the name that the other side gave it; nothing unless it is a Postfix
 */
public record Delivery(
        String queueId,
        String recipient,
        String state,
        String service,
        String relay,
        String dsn,
        String reply,
        @Nullable String nextQueueId,
        int tries,
        Instant firstAt,
        Instant lastAt) {

    /** How far a message has come: what an operator wants to see first. */
    public static String stateOf(List<Delivery> deliveries) {
        return Stream.of("bounced", "deferred", "sent")
                .filter(state -> deliveries.stream().anyMatch(delivery -> delivery.state.equals(state)))
                .findFirst()
                .orElse("accepted");
    }

    boolean goesOnInside() {
        return service.equals("forward") && nextQueueId != null;
    }
}
