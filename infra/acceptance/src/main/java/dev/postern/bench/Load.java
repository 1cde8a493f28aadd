package dev.postern.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends prepared messages as fast as the other side takes them, on a number of connections. */
record Load(Route.Kind kind, List<Route.Prepared> messages, int connections) {

    /**
     * What was taken, with the time of each in nanoseconds, and how long it all took. A message that is wanted again later
     * does not count.
     */
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

    /** The connections are open before the clock starts. */
    Taken run() throws IOException {
        var routes = new ArrayList<Route>();
        for (int number = 0; number < connections; number++) {
            routes.add(kind.open());
        }
        return run(routes);
    }

    private Taken run(List<Route> routes) throws IOException {
        var next = new AtomicInteger();
        var latencies = new ArrayList<Long>();
        long start = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = routes.stream()
                    .map(route -> senders.submit(() -> sendUntilNoneIsLeft(route, next)))
                    .toList();
            for (var result : results) {
                latencies.addAll(result.get());
            }
        } catch (ExecutionException failed) {
            throw new IOException(kind.name() + ": " + failed.getCause(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
        return new Taken(latencies, (System.nanoTime() - start) / 1e9);
    }

    /** After a deferral on a new connection: Postfix talks no further on the old one, nor does Tomcat if it left a body unread. */
    private List<Long> sendUntilNoneIsLeft(Route opened, AtomicInteger next) throws IOException {
        var latencies = new ArrayList<Long>();
        var route = opened;
        try {
            for (int number = next.getAndIncrement(); number < messages.size(); number = next.getAndIncrement()) {
                long start = System.nanoTime();
                if (route.send(messages.get(number))) {
                    latencies.add(System.nanoTime() - start);
                } else {
                    route.close();
                    route = kind.open();
                }
            }
        } finally {
            route.close();
        }
        return latencies;
    }
}
