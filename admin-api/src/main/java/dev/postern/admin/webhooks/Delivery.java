package dev.postern.admin.webhooks;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One change that one receiver is told of.
 *
 * @param entry its number in the audit log
 * @param attempts how often it was tried
 * @param status the last answer by HTTP
 * @param problem why there was none, or why it was not good
 */
record Delivery(
        long id,
        long webhook,
        long entry,
        String action,
        String subject,
        State state,
        int attempts,
        Instant nextTry,
        Optional<Integer> status,
        Optional<String> problem,
        Instant createdAt,
        Optional<Instant> endedAt) {

    /** Whether it is over, and how. */
    enum State {
        WAITING,
        DONE,
        FAILED;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
