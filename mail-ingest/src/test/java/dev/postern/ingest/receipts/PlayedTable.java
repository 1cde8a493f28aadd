package dev.postern.ingest.receipts;

import dev.postern.common.mail.SmtpReply;
import dev.postern.ingest.delivery.DeliveryKey;
import dev.postern.ingest.delivery.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A table that can be away, or do what it was asked and not say so. */
final class PlayedTable extends ReceiptTable {

    final List<Receipt> rows = new CopyOnWriteArrayList<>();
    final Map<DeliveryKey, SmtpReply> accepted = new ConcurrentHashMap<>();
    final List<Instant> asked = new CopyOnWriteArrayList<>();
    final List<Instant> purged = new CopyOnWriteArrayList<>();
    volatile boolean away;
    volatile boolean unclear;
    volatile Runnable whileReading = () -> {};

    PlayedTable() {
        super(new JdbcTemplate(), new TransactionTemplate());
    }

    @Override
    void insert(List<Receipt> receipts) {
        requirePresence();
        rows.addAll(receipts);
        if (unclear) {
            unclear = false;
            throw new DataAccessResourceFailureException("the connection broke at the commit");
        }
    }

    @Override
    Optional<SmtpReply> acceptedSince(Instant start, DeliveryKey key) {
        requirePresence();
        asked.add(start);
        return Optional.ofNullable(accepted.get(key));
    }

    @Override
    void forEachAcceptedSince(Instant start, Consumer<DeliveryKey> consumer) {
        requirePresence();
        whileReading.run();
        accepted.keySet().forEach(consumer);
    }

    @Override
    void deleteOlderThan(Instant end) {
        requirePresence();
        purged.add(end);
    }

    @Override
    void ping() {
        requirePresence();
    }

    private void requirePresence() {
        if (away) {
            throw new DataAccessResourceFailureException("nobody there");
        }
    }
}
