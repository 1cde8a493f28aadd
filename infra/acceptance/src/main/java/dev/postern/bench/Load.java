package dev.postern.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends as fast as the other side takes, on a number of connections, for a time. */
record Load(Route.Kind kind, Messages messages, int connections, Duration time) {

    /** What was taken, with the time of each in nanoseconds, and how long it all took. */
    record Taken(List<Long> latencies, double seconds) {

        static final Taken NOTHING = new Taken(List.of(), 0);

        double rate() {
            return latencies.size() / seconds;
        }

        Taken and(Taken other) {
            var both = new ArrayList<>(latencies);
            both.addAll(other.latencies);
            return new Taken(both, seconds + other.seconds);
        }

        double percentileMillis(double fraction) {
            var sorted = latencies.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * fraction))) / 1e6;
        }
    }

    Taken run() throws IOException {
        long start = System.nanoTime();
        var all = new ArrayList<Long>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<List<Long>>>();
            for (int number = 0; number < connections; number++) {
                results.add(senders.submit(() -> sendUntil(start + time.toNanos())));
            }
            for (var result : results) {
                all.addAll(result.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException(kind.name() + ": " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        return new Taken(all, (System.nanoTime() - start) / 1e9);
    }

    private List<Long> sendUntil(long end) throws IOException {
        var latencies = new ArrayList<Long>();
        try (var route = kind.open()) {
            do {
                var message = messages.next();
                long start = System.nanoTime();
                route.send(message);
                latencies.add(System.nanoTime() - start);
            } while (System.nanoTime() < end);
        }
        return latencies;
    }
}
