package dev.postern.admin.usage;

import dev.postern.admin.mailstore.StoredMail;
import java.time.Instant;
import java.util.Optional;

/**
 * How full a mailbox is.
 *
 * @param quotaBytes how much it may hold
 * @param mail how much it holds, as far as that is known
 * @param at when that was so; empty if it is not known
 */
public record MailboxUsage(long quotaBytes, Optional<StoredMail> mail, Optional<Instant> at) {

    private static final int WHOLE = 100;

    /** Of the quota, rounded down; beyond 100 if the quota was made smaller. */
    public Optional<Long> percent() {
        return mail.map(stored -> quotaBytes == 0 ? WHOLE : stored.size().toBytes() * WHOLE / quotaBytes);
    }
}
