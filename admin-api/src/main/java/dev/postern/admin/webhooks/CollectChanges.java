package dev.postern.admin.webhooks;

import dev.postern.admin.audit.AuditFeed;
import java.time.InstantSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the audit log, and puts down for each receiver what it wants to hear of. Every change is in that log, in the same
 * transaction and without a gap, so nothing is left out whatever ends when.
 */
final class CollectChanges {

    private static final int AT_ONCE = 200;

    private final AuditFeed feed;
    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    CollectChanges(
            AuditFeed feed,
            Webhooks webhooks,
            Deliveries deliveries,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.feed = feed;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether there may be more. */
    boolean apply() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var changes = feed.after(deliveries.place(), AT_ONCE);
            if (changes.isEmpty()) {
                return false;
            }
            var enabled = webhooks.all().stream()
                    .filter(webhook -> webhook.settings().enabled())
                    .toList();
            for (var change : changes) {
                enabled.stream()
                        .filter(webhook -> wants(webhook, change))
                        .forEach(webhook -> deliveries.add(webhook.id(), change, clock.instant()));
            }
            deliveries.goOnFrom(changes.getLast().id());
            return changes.size() == AT_ONCE;
        }));
    }

    /** What was done before somebody wanted to hear of it is not told. */
    private static boolean wants(Webhook webhook, AuditFeed.Change change) {
        return webhook.settings().events().matches(change.action())
                && !change.at().isBefore(webhook.createdAt());
    }
}
