package dev.postern.ingest.receipts;

import dev.postern.ingest.database.Database;
import dev.postern.ingest.deadline.Deadline;
import dev.postern.ingest.delivery.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes receipts to the database, a batch at a time, in a thread of its own; makes the schema first, whenever the
 * database is there to have it made; keeps trying while it is not; and once a day deletes what is too old.
 */
@Component
final class ReceiptWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptWriter.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_CHANCE = Duration.ofSeconds(10);
    private static final Duration CLEAN_EVERY = Duration.ofDays(1);

    private final Unwritten unwritten;
    private final ReceiptTable table;
    private final JournaledReceipts receipts;
    private final Database database;
    private final Flyway flyway;
    private final InstantSource clock;
    private final ReceiptSettings settings;

    private boolean prepared;
    private Instant cleanAt = Instant.MIN;
    private volatile boolean running;
    private @Nullable Thread thread;

    ReceiptWriter(
            Unwritten unwritten,
            ReceiptTable table,
            JournaledReceipts receipts,
            Database database,
            Flyway flyway,
            InstantSource clock,
            ReceiptSettings settings) {
        this.unwritten = unwritten;
        this.table = table;
        this.receipts = receipts;
        this.database = database;
        this.flyway = flyway;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("receipt-writer").start(this::run);
    }

    /** The web server has stopped by now, so nothing comes any more: what is there is written, if that can be done soon. */
    @Override
    public void stop() {
        running = false;
        var writer = thread;
        if (writer != null) {
            join(writer);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Up before the web server, down after it. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        try {
            while (running) {
                step();
            }
            writeRest();
        } catch (InterruptedException stopping) {
            LOG.warn("Interrupted with {} receipts unwritten", unwritten.size());
        }
    }

    private void step() throws InterruptedException {
        try {
            if (!database.isUp() && !reach()) {
                Thread.sleep(RETRY);
                return;
            }
            var batch = unwritten.take(settings.batchSize(), IDLE, settings.writeEvery());
            if (!batch.isEmpty()) {
                write(batch);
            } else if (!clock.instant().isBefore(cleanAt)) {
                clean();
            }
        } catch (RuntimeException failure) {
            database.missed(failure);
            LOG.debug("The database did not do as asked", failure);
        }
    }

    /** Whether the database is there, its schema included. */
    private boolean reach() {
        try {
            if (!prepared) {
                flyway.migrate();
                receipts.learnFromDatabase();
                prepared = true;
            } else {
                table.ping();
            }
            database.found();
            return true;
        } catch (FlywayException | DataAccessException failure) {
            database.missed(failure);
            return false;
        }
    }

    private void write(List<Receipt> batch) {
        boolean written = false;
        try {
            table.insert(batch);
            written = true;
        } finally {
            if (!written) {
                unwritten.putBack(batch);
            }
        }
    }

    private void clean() {
        cleanAt = clock.instant().plus(CLEAN_EVERY);
        table.deleteOlderThan(clock.instant().minus(settings.retention()));
        receipts.learnFromDatabase();
    }

    private void writeRest() {
        var deadline = Deadline.in(LAST_CHANCE);
        for (var batch = unwritten.takeNow(settings.batchSize());
                !batch.isEmpty() && !deadline.hasPassed();
                batch = unwritten.takeNow(settings.batchSize())) {
            try {
                write(batch);
            } catch (RuntimeException failure) {
                LOG.warn(
                        "{} receipts were not written: {}. Should one of these messages come again, the mailbox drops it",
                        unwritten.size(),
                        failure.getMessage());
                return;
            }
        }
    }

    private static void join(Thread writer) {
        try {
            writer.join(LAST_CHANCE.plus(IDLE).plus(RETRY));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
