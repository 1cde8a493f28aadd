package dev.postern.ingest.receipts;

import dev.postern.common.mail.SmtpReply;
import dev.postern.ingest.delivery.DeliveryKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The last accepted deliveries, those that are not written yet among them. */
final class RecentDeliveries {

    private final Map<DeliveryKey, SmtpReply> replies;

    RecentDeliveries(int size) {
        this.replies = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<DeliveryKey, SmtpReply> eldest) {
                return size() > size;
            }
        };
    }

    synchronized void add(DeliveryKey key, SmtpReply reply) {
        replies.put(key, reply);
    }

    synchronized Optional<SmtpReply> find(DeliveryKey key) {
        return Optional.ofNullable(replies.get(key));
    }

    synchronized void forEachKey(Consumer<DeliveryKey> consumer) {
        replies.keySet().forEach(consumer);
    }
}
