package dev.postern.ingest.dashboard;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came in during some time.
 *
 * @param bytes of the messages that were read
 */
record Tally(Map<Kind, Long> messages, long bytes, Latencies latencies) {

    static final Tally NONE = new Tally(Map.of(), 0, Latencies.NONE);

    Tally {
        messages = Map.copyOf(messages);
    }

    static Tally sum(Collection<Tally> tallies) {
        var messages = new HashMap<Kind, Long>();
        var latencies = new TreeMap<Integer, Long>();
        long bytes = 0;
        for (var tally : tallies) {
            tally.messages.forEach((kind, count) -> messages.merge(kind, count, Long::sum));
            tally.latencies.addTo(latencies);
            bytes += tally.bytes;
        }
        return new Tally(messages, bytes, Latencies.of(latencies));
    }

    long all() {
        return messages.values().stream().mapToLong(Long::longValue).sum();
    }

    long count(Outcome outcome) {
        return messages.entrySet().stream()
                .filter(entry -> entry.getKey().outcome() == outcome)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long countOfReason(String reason) {
        return messages.entrySet().stream()
                .filter(entry -> entry.getKey().reason().equals(reason))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
