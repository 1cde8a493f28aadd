package dev.postern.ingest.receipts;

import dev.postern.ingest.delivery.DeliveryOutcome;
import dev.postern.ingest.delivery.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Receipts on their way to the database. */
@Component
public class Unwritten {

    private final LinkedBlockingDeque<Receipt> queue = new LinkedBlockingDeque<>();
    private final int bound;
    private final Counter dropped;

    Unwritten(ReceiptSettings settings, MeterRegistry metrics) {
        this.bound = settings.maxUnwritten();
        this.dropped = Counter.builder("postern.ingest.receipts.dropped")
                .description("Receipts of messages not accepted that were given up while the database was away")
                .register(metrics);
        Gauge.builder("postern.ingest.receipts.unwritten", queue, LinkedBlockingDeque::size)
                .description("Receipts waiting to be written")
                .register(metrics);
    }

    /** Those that are at work when the last place is taken still get in: a delivery is never forgotten. */
    boolean hasRoom() {
        return queue.size() < bound;
    }

    /** Receipts of what was not accepted are for people only; they leave half of the room to the others. */
    void add(Receipt receipt) {
        if (receipt.outcome() instanceof DeliveryOutcome.Accepted || queue.size() < bound / 2) {
            queue.add(receipt);
        } else {
            dropped.increment();
        }
    }

    public int size() {
        return queue.size();
    }

    /** Waits for a first one, and a little longer for more; empty if none came. */
    List<Receipt> take(int most, Duration patience, Duration gather) throws InterruptedException {
        var first = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (first == null) {
            return List.of();
        }
        if (queue.size() < most) {
            TimeUnit.NANOSECONDS.sleep(gather.toNanos());
        }
        var batch = new ArrayList<Receipt>();
        batch.add(first);
        queue.drainTo(batch, most - 1);
        return batch;
    }

    List<Receipt> takeNow(int most) {
        var batch = new ArrayList<Receipt>();
        queue.drainTo(batch, most);
        return batch;
    }

    /** For the next time. */
    void putBack(List<Receipt> batch) {
        batch.reversed().forEach(queue::addFirst);
    }
}
