package dev.postern.ingest.receipts;

import dev.postern.common.mail.SmtpReply;
import dev.postern.ingest.database.Database;
import dev.postern.ingest.delivery.DeliveryKey;
import dev.postern.ingest.delivery.DeliveryOutcome;
import dev.postern.ingest.delivery.Receipt;
import dev.postern.ingest.delivery.Receipts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Receipts that answer from memory wherever they can, and are written behind the answer's back. What a crash takes with
 * it before it was written costs a duplicate at most, and that Sieve drops in the mailbox by the same key.
 */
@Component
class JournaledReceipts implements Receipts {

    private final ReceiptTable table;
    private final Unwritten unwritten;
    private final Database database;
    private final InstantSource clock;
    private final Duration retention;
    private final RecentDeliveries recent;

    private volatile @Nullable KnownKeys known;
    private @Nullable KnownKeys learning;

    JournaledReceipts(
            ReceiptTable table, Unwritten unwritten, Database database, InstantSource clock, ReceiptSettings settings) {
        this.table = table;
        this.unwritten = unwritten;
        this.database = database;
        this.clock = clock;
        this.retention = settings.retention();
        // Twice the bound: whatever is not written yet is among the recent ones.
        this.recent = new RecentDeliveries(2 * settings.maxUnwritten());
    }

    @Override
    public Optional<SmtpReply> acceptedBefore(DeliveryKey key) {
        return recent.find(key).or(() -> acceptedLongBefore(key));
    }

    @Override
    public boolean hasRoom() {
        return unwritten.hasRoom();
    }

    @Override
    public void remember(Receipt receipt) {
        if (receipt.outcome() instanceof DeliveryOutcome.Accepted(var reply, var duplicate) && !duplicate) {
            receipt.deliveryKey().ifPresent(key -> learn(key, reply));
        }
        unwritten.add(receipt);
    }

    /** Reads all keys from the database anew. Those that are not in there yet are among the recent ones, or still come. */
    void learnFromDatabase() {
        var fresh = new KnownKeys();
        beginLearning(fresh);
        recent.forEachKey(fresh::add);
        table.forEachAcceptedSince(clock.instant().minus(retention), fresh::add);
        endLearning(fresh);
    }

    private synchronized void learn(DeliveryKey key, SmtpReply reply) {
        recent.add(key, reply);
        addTo(known, key);
        addTo(learning, key);
    }

    private synchronized void beginLearning(KnownKeys fresh) {
        learning = fresh;
    }

    private synchronized void endLearning(KnownKeys fresh) {
        known = fresh;
        learning = null;
    }

    private Optional<SmtpReply> acceptedLongBefore(DeliveryKey key) {
        var filter = known;
        if (!database.isUp() || (filter != null && !filter.mayContain(key))) {
            return Optional.empty();
        }
        try {
            return table.acceptedSince(clock.instant().minus(retention), key);
        } catch (DataAccessException failure) {
            database.failed(failure);
            return Optional.empty();
        }
    }

    private static void addTo(@Nullable KnownKeys keys, DeliveryKey key) {
        if (keys != null) {
            keys.add(key);
        }
    }
}
