package dev.postern.ingest.queue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A message in Postfix's queue.
 *
 * @param queueName {@code incoming}, {@code active}, {@code deferred} or {@code hold}
 * @param nextTry nothing unless it is deferred
 * @param sender empty for the null reverse-path
 */
record QueuedMessage(
        String queueId,
        String queueName,
        Instant arrivedAt,
        @Nullable Instant nextTry,
        long sizeBytes,
        String sender,
        List<Recipient> recipients) {

    /**
     * One whom it is still for.
     *
     * @param reason why it waits; empty if it was not tried yet
     */
    record Recipient(String address, String reason) {}

    public boolean isHeld() {
        return queueName.equals("hold");
    }

    String recipientsInWords() {
        return recipients.stream().map(Recipient::address).collect(Collectors.joining(", "));
    }

    QueuedMessage withNextTry(@Nullable Instant time) {
        return new QueuedMessage(queueId, queueName, arrivedAt, time, sizeBytes, sender, recipients);
    }
}
