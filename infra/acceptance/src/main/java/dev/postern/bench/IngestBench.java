package dev.postern.bench;

import dev.postern.edge.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Messages a second through HTTP ingest, beside the same messages straight into the same Postfix by SMTP, in one run,
 * with and without scanning. Runs in a container inside the platform's networks: {@code ./postern bench ingest}.
 */
public final class IngestBench {

    private static final String SENDER = "somebody@sender.example";
    private static final Size TYPICAL = new Size("75 KB", 75_000);
    private static final List<Size> SIZES = List.of(new Size("5 KB", 5_000), TYPICAL, new Size("1 MB", 1_000_000));
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
    private static final int ROUNDS = 2;
    private static final Duration SLICE = Duration.ofSeconds(2);
    private static final Duration VISIBLE_RUN = Duration.ofSeconds(20);

    private record Size(String label, int octets) {}

    private final Inbox inbox;
    private final List<Route.Kind> kinds;
    private final List<Double> scannedRatios = new ArrayList<>();
    private final List<Double> unscannedRatios = new ArrayList<>();

    private IngestBench(Inbox inbox, String recipient, SigningKey key) {
        this.inbox = inbox;
        kinds = List.of(
                new HttpRoute.Kind("ingest, scanned", "mail-ingest", key, SENDER, recipient),
                new SmtpRoute.Kind("SMTP, scanned", "postfix-handover", 2525, SENDER, recipient),
                new HttpRoute.Kind("ingest, unscanned", "mail-ingest-unscanned", key, SENDER, recipient),
                new SmtpRoute.Kind("SMTP, unscanned", "postfix-handover", 2526, SENDER, recipient));
    }

    public static void main(String[] arguments) throws IOException {
        var recipient = arguments[0];
        var password = Files.readString(Path.of("/run/secrets/bench_password")).strip();
        var key = SigningKey.read(Path.of("/run/secrets/ingest_keys"));
        try (var inbox = new Inbox("dovecot", Path.of("/run/secrets/ca_cert"), recipient, password)) {
            new IngestBench(inbox, recipient, key).run();
        }
    }

    private void run() throws IOException {
        System.out.printf("%-6s %5s  %-18s %9s %9s %9s%n", "size", "conns", "route", "msg/s", "p50 ms", "p99 ms");
        for (var kind : kinds) {
            new Load(kind, new Messages(5_000), 8, SLICE).run();
        }
        double halfRate = 1;
        for (var size : SIZES) {
            for (int connections : CONNECTIONS) {
                var rates = measure(size, connections);
                if (size.equals(TYPICAL) && connections == 8) {
                    halfRate = rates.getFirst() / 2;
                }
            }
        }
        double visible = visibleMillis(halfRate);
        System.out.printf(
                Locale.ROOT,
                "%nPOST to visible in IMAP, 75 KB at %.0f msg/s (half of the rate above): p99 %.0f ms%n",
                halfRate,
                visible);
        System.out.printf(
                Locale.ROOT,
                "ratios, geometric mean over sizes and connections: scanned %.2f, unscanned %.2f%n"
                        + "ratio_scanned=%.3f ratio_unscanned=%.3f p99_visible_ms=%.0f%n",
                mean(scannedRatios),
                mean(unscannedRatios),
                mean(scannedRatios),
                mean(unscannedRatios),
                visible);
    }

    /** The four routes in turn, several times over, so that a slow moment of the machine falls on all of them. */
    private List<Double> measure(Size size, int connections) throws IOException {
        var messages = new Messages(size.octets());
        var taken = new ArrayList<>(Collections.nCopies(kinds.size(), Load.Taken.NOTHING));
        for (int round = 0; round < ROUNDS; round++) {
            for (int kind = 0; kind < kinds.size(); kind++) {
                int before = inbox.count();
                var slice = new Load(kinds.get(kind), messages, connections, SLICE).run();
                taken.set(kind, taken.get(kind).and(slice));
                awaitDelivery(before + slice.latencies().size());
            }
            inbox.empty();
        }
        for (int kind = 0; kind < kinds.size(); kind++) {
            var result = taken.get(kind);
            System.out.printf(
                    Locale.ROOT,
                    "%-6s %5d  %-18s %9.1f %9.1f %9.1f%n",
                    size.label(),
                    connections,
                    kinds.get(kind).name(),
                    result.rate(),
                    result.percentileMillis(0.5),
                    result.percentileMillis(0.99));
        }
        var rates = taken.stream().map(Load.Taken::rate).toList();
        scannedRatios.add(rates.get(0) / rates.get(1));
        unscannedRatios.add(rates.get(2) / rates.get(3));
        System.out.printf(
                Locale.ROOT,
                "%-6s %5d  ratio ingest/SMTP: scanned %.2f, unscanned %.2f%n",
                size.label(),
                connections,
                rates.get(0) / rates.get(1),
                rates.get(2) / rates.get(3));
        return rates;
    }

    /** The queue is empty again: what one route leaves behind must not slow down the next. */
    private void awaitDelivery(int expected) throws IOException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (inbox.count() < expected) {
            if (System.nanoTime() > end) {
                throw new IOException("only %d of %d messages are in the mailbox".formatted(inbox.count(), expected));
            }
            pause(Duration.ofMillis(50));
        }
    }

    /** Open loop: messages start at a fixed pace, whatever becomes of those before. */
    private double visibleMillis(double rate) throws IOException {
        var messages = new Messages(TYPICAL.octets());
        var started = new ConcurrentHashMap<String, Long>();
        int total = (int) Math.max(1, rate * VISIBLE_RUN.toSeconds());
        inbox.empty();
        try (var pace = Executors.newScheduledThreadPool(1);
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var failures = new ConcurrentLinkedQueue<Throwable>();
            for (int number = 0; number < total; number++) {
                var id = "visible-%016d".formatted(number);
                var _ = pace.schedule(
                        () -> senders.execute(() -> sendOne(messages, id, started, failures)),
                        (long) (number * 1e9 / rate),
                        TimeUnit.NANOSECONDS);
            }
            return new Load.Taken(arrivals(total, started, failures), 1).percentileMillis(0.99);
        }
    }

    private void sendOne(Messages messages, String id, Map<String, Long> started, Queue<Throwable> failures) {
        started.put(id, System.nanoTime());
        try (var route = kinds.getFirst().open()) {
            route.send(messages.withId(id));
        } catch (IOException failed) {
            failures.add(failed);
        }
    }

    private List<Long> arrivals(int total, Map<String, Long> started, Queue<Throwable> failures) throws IOException {
        var delays = new ArrayList<Long>();
        long end = System.nanoTime() + VISIBLE_RUN.plusMinutes(1).toNanos();
        while (delays.size() < total) {
            if (System.nanoTime() > end || !failures.isEmpty()) {
                throw new IOException(
                        "only %d of %d messages became visible".formatted(delays.size(), total), failures.peek());
            }
            for (var id : inbox.arrivals()) {
                var start = started.get(id);
                if (start != null) {
                    delays.add(System.nanoTime() - start);
                }
            }
            pause(Duration.ofMillis(10));
        }
        return delays;
    }

    private static double mean(List<Double> ratios) {
        return Math.exp(ratios.stream().mapToDouble(Math::log).average().orElse(0));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
