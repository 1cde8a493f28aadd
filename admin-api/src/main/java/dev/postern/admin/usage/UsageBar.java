package dev.postern.admin.usage;

import dev.postern.common.mail.MessageSize;
import java.time.Instant;
import java.util.Optional;

/**
 * How full a mailbox is, as the page draws it.
 *
 * @param percent of the quota; beyond 100 if that was made smaller
 * @param at when it was counted; all of it is there or nothing, but the quota
 */
public record UsageBar(
        String quota, Optional<String> used, Optional<Long> messages, Optional<Long> percent, Optional<Instant> at) {

    private static final long NEARLY_FULL = 90;

    /** As a page shows it. */
    public static UsageBar of(MailboxUsage usage) {
        return new UsageBar(
                new MessageSize(usage.quotaBytes()).humanReadable(),
                usage.mail().map(mail -> new MessageSize(mail.size().toBytes()).humanReadable()),
                usage.mail().map(mail -> mail.messages()),
                usage.percent(),
                usage.at());
    }

    /** Soon, or already, mail for it is refused. */
    public boolean isNearlyFull() {
        return percent.filter(full -> full >= NEARLY_FULL).isPresent();
    }
}
