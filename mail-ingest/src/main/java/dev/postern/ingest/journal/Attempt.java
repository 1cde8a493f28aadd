package dev.postern.ingest.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One try of Postfix to hand a message on for one recipient.
 *
 * @param queueId the message's name in the queue
 * @param recipient after aliases were resolved
 * @param service of Postfix that tried, such as {@code lmtp} or {@code relay-main}
 * @param relay the other side as Postfix writes it; {@code none} where nobody was asked
 * @param dsn enhanced status code (RFC 3463)
 * @param reply what the other side said, or why it was not asked
 */
record Attempt(
        Instant at,
        String queueId,
        String recipient,
        String service,
        String relay,
        String dsn,
        State state,
        String reply) {

    private static final Pattern QUEUED_AS = Pattern.compile("queued as ([0-9A-Za-z]{6,20})$");
    private static final Pattern REMOTE_ID =
            Pattern.compile("(?:queued as|Ok|OK|id=)[: ]*<?([0-9A-Za-z][\\w.+/=@-]{5,99})>?");

    /** What came of it. */
    enum State {
        /** The other side has it. */
        SENT,
        /** It will be tried again. */
        DEFERRED,
        /** It will not; the sender is told. */
        BOUNCED
    }

    /** The name that the other side gave to the message, as far as its reply tells; relays call it by that later on. */
    Optional<String> remoteId() {
        var found = REMOTE_ID.matcher(reply);
        return state == State.SENT && found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The same where the other side is a Postfix. */
    Optional<String> queuedAs() {
        var found = QUEUED_AS.matcher(reply);
        return state == State.SENT && found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
