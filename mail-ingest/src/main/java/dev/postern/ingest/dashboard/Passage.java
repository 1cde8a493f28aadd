package dev.postern.ingest.dashboard;

import dev.postern.ingest.journal.Delivery;
import dev.postern.ingest.journal.SentMessage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A message that came in or was sent, and how far it has come.
 *
 * @param id of a message that came in its trace id, of one that was sent its queue id
 * @param sender {@code <>} for the null reverse-path
 * @param recipient as the sender wrote it; empty for a message that was sent, whose recipients the deliveries name
 * @param state one of {@code refused}, {@code put_off}, {@code accepted}, {@code sent}, {@code deferred} and {@code bounced}
 * @param answer what the sender's side was told; empty for a message that was sent
 * @param deliveries one for each recipient that was tried, as far as the journal knows
 */
record Passage(
        Direction direction,
        Instant at,
        String id,
        String sender,
        String recipient,
        String state,
        String answer,
        List<Delivery> deliveries) {

    enum Direction {
        IN,
        OUT;

        public String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Passage of(StoredReceipt receipt, List<Delivery> deliveries) {
        return new Passage(
                Direction.IN,
                receipt.receivedAt(),
                receipt.traceId(),
                receipt.sender(),
                receipt.recipient(),
                switch (receipt.outcome()) {
                    case REFUSED -> "refused";
                    case DEFERRED -> "put_off";
                    case ACCEPTED -> Delivery.stateOf(deliveries);
                },
                receipt.reply(),
                deliveries);
    }

    static Passage of(SentMessage message, List<Delivery> deliveries) {
        return new Passage(
                Direction.OUT,
                message.acceptedAt(),
                message.queueId(),
                message.author(),
                "",
                Delivery.stateOf(deliveries),
                "",
                deliveries);
    }
}
