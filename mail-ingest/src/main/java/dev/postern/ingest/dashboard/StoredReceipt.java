package dev.postern.ingest.dashboard;

import dev.postern.common.mail.MessageSize;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as it lies in the database, where another version may have written it.
 *
 * @param deliveryKey 64 hex digits; nothing if the message was not read
 * @param sender {@code <>} for the null reverse-path
 * @param client nothing if unknown
 * @param helo nothing if unknown
 * @param reply what the sender's side was told: the SMTP reply, or why it is to come again
 */
record StoredReceipt(
        long id,
        Instant receivedAt,
        String traceId,
        @Nullable String deliveryKey,
        String sender,
        String recipient,
        @Nullable String client,
        @Nullable String helo,
        MessageSize size,
        Outcome outcome,
        String reason,
        String reply,
        Duration duration) {

    private static final Pattern QUEUED = Pattern.compile("queued as ([0-9A-Za-z]{6,20})$");

    /** The name that Postfix gave to the message; nothing if it gave none. */
    public @Nullable String queueId() {
        var queued = QUEUED.matcher(reply);
        return outcome == Outcome.ACCEPTED && queued.find() ? queued.group(1) : null;
    }

    Position position() {
        return new Position(receivedAt, id);
    }
}
