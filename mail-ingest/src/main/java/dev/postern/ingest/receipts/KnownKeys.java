package dev.postern.ingest.receipts;

import dev.postern.ingest.delivery.DeliveryKey;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A Bloom filter of accepted delivery keys: what it does not know was certainly not accepted, so that nearly no message
 * has to be looked up in the database. One megabyte; with half a million keys it is wrong about one new key in 2000, and
 * with more it asks the database more often.
 */
final class KnownKeys {

    private static final int BITS = 1 << 23;
    private static final int PROBES = 7;

    private final AtomicLongArray words = new AtomicLongArray(BITS / Long.SIZE);

    void add(DeliveryKey key) {
        // A delivery key is evenly distributed by itself: seven of its eight words serve as seven hashes.
        var hashes = ByteBuffer.wrap(key.bytes());
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = hashes.getInt() & (BITS - 1);
            words.accumulateAndGet(bit / Long.SIZE, 1L << bit, (word, mask) -> word | mask);
        }
    }

    boolean mayContain(DeliveryKey key) {
        var hashes = ByteBuffer.wrap(key.bytes());
        for (int probe = 0; probe < PROBES; probe++) {
            int bit = hashes.getInt() & (BITS - 1);
            if ((words.get(bit / Long.SIZE) & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }
}
