package dev.postern.ingest.journal;

import java.time.Instant;

/**
 * A message that somebody who logged in sent, and how far it has come.
 *
 * @param reversePath empty for none
 * @param messageId without angle brackets; empty if there is none
 * @param recipients how many there are
 * @param sent for how many of them another side has it
 * @param deferred for how many it will be tried again
 * @param bounced for how many it failed for good
 */
public record SentMessage(
        long id,
        Instant acceptedAt,
        String queueId,
        String login,
        String author,
        String reversePath,
        String messageId,
        long sizeBytes,
        int recipients,
        int sent,
        int deferred,
        int bounced) {

    /** What an operator wants to see first. */
    public String state() {
        if (bounced > 0) {
            return "bounced";
        }
        if (deferred > 0) {
            return "deferred";
        }
        return sent > 0 ? "sent" : "accepted";
    }
}
