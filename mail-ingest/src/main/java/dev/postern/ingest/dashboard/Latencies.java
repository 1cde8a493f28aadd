package dev.postern.ingest.dashboard;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often each duration occurred; in arrays, since there are many of these. */
final class Latencies {

    static final Latencies NONE = new Latencies(new int[0], new long[0]);

    private final int[] millis;
    private final long[] counts;

    private Latencies(int[] millis, long[] counts) {
        this.millis = millis;
        this.counts = counts;
    }

    /** @param counts by duration in milliseconds */
    static Latencies of(SortedMap<Integer, Long> counts) {
        return new Latencies(
                counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream().mapToLong(Long::longValue).toArray());
    }

    /** The duration in milliseconds that {@code percent} of all do not exceed (nearest rank); nothing if there are none. */
    OptionalInt percentile(int percent) {
        long rank = Math.ceilDiv(Arrays.stream(counts).sum() * percent, 100L);
        long seen = 0;
        for (int index = 0; index < millis.length; index++) {
            seen += counts[index];
            if (seen >= rank) {
                return OptionalInt.of(millis[index]);
            }
        }
        return OptionalInt.empty();
    }

    void addTo(Map<Integer, Long> sum) {
        for (int index = 0; index < millis.length; index++) {
            sum.merge(millis[index], counts[index], Long::sum);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Latencies that
                && Arrays.equals(millis, that.millis)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(millis) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        var sum = new TreeMap<Integer, Long>();
        addTo(sum);
        return sum.toString();
    }
}
