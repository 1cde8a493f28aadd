package dev.postern.bench;

import dev.postern.edge.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Messages a second through HTTP ingest, beside the same messages straight into the same Postfix by SMTP, in one run,
 * with and without scanning, to a number of mailboxes in turn. Runs in a container inside the platform's networks:
 * {@code ./postern bench ingest}.
 */
public final class IngestBench {

    private static final String SENDER = "somebody@sender.example";
    private static final Size TYPICAL = new Size("75 KB", 75_000);
    private static final List<Size> SIZES = List.of(new Size("5 KB", 5_000), TYPICAL, new Size("1 MB", 1_000_000));
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
    private static final int ROUNDS = 3;
    private static final Duration SLICE = Duration.ofSeconds(2);
    private static final int WARM_UP = 4000;
    private static final int BATCH = 500;
    private static final Duration VISIBLE_RUN = Duration.ofSeconds(20);

    private record Size(String label, int octets) {}

    /** The same Postfix by two ways. */
    private record Contest(Route.Kind ingest, Route.Kind smtp) {}

    private record Result(Load.Taken ingest, Load.Taken smtp) {

        static final Result NOTHING = new Result(Load.Taken.NOTHING, Load.Taken.NOTHING);

        Result and(Result other) {
            return new Result(ingest.and(other.ingest), smtp.and(other.smtp));
        }

        double ratio() {
            return ingest.rate() / smtp.rate();
        }
    }

    private final Mailboxes mailboxes;
    private final Contest scanned;
    private final Contest unscanned;

    private IngestBench(Mailboxes mailboxes, SigningKey key) {
        this.mailboxes = mailboxes;
        scanned = new Contest(
                new HttpRoute.Kind("ingest, scanned", "mail-ingest", key, SENDER),
                new SmtpRoute.Kind("SMTP, scanned", "postfix-handover", 2525, SENDER));
        unscanned = new Contest(
                new HttpRoute.Kind("ingest, unscanned", "mail-ingest-unscanned", key, SENDER),
                new SmtpRoute.Kind("SMTP, unscanned", "postfix-handover", 2526, SENDER));
    }

    public static void main(String[] arguments) throws IOException {
        var recipients = List.of(arguments);
        var password = Files.readString(Path.of("/run/secrets/bench_password")).strip();
        var key = SigningKey.read(Path.of("/run/secrets/ingest_keys"));
        try (var mailboxes = Mailboxes.open("dovecot", Path.of("/run/secrets/ca_cert"), recipients, password)) {
            new IngestBench(mailboxes, key).run();
        }
    }

    private void run() throws IOException {
        warmUp(scanned.ingest());
        warmUp(unscanned.ingest());
        System.out.printf("%-6s %5s  %-18s %9s %9s %9s%n", "size", "conns", "route", "msg/s", "p50 ms", "p99 ms");
        var scannedRatios = new ArrayList<Double>();
        var unscannedRatios = new ArrayList<Double>();
        double halfRate = 1;
        for (var size : SIZES) {
            for (int connections : CONNECTIONS) {
                var withScan = measure(scanned, size, connections);
                var withoutScan = measure(unscanned, size, connections);
                scannedRatios.add(withScan.ratio());
                unscannedRatios.add(withoutScan.ratio());
                System.out.printf(
                        Locale.ROOT,
                        "%-6s %5d  ratio ingest/SMTP: scanned %.2f, unscanned %.2f%n",
                        size.label(),
                        connections,
                        withScan.ratio(),
                        withoutScan.ratio());
                if (size.equals(TYPICAL) && connections == 8) {
                    halfRate = withScan.ingest().rate() / 2;
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

    /** A service runs for months: it is not measured while its code is still being compiled. Postfix needs no such time. */
    private void warmUp(Route.Kind kind) throws IOException {
        System.out.printf("Warming up with %d messages: %s%n", WARM_UP, kind.name());
        var messages = new Messages(SIZES.getFirst().octets());
        for (int sent = 0; sent < WARM_UP; sent += BATCH) {
            send(kind, messages, 8, BATCH);
        }
    }

    /** The two ways in turn, several times over, so that a slow moment of the machine falls on both. */
    private Result measure(Contest contest, Size size, int connections) throws IOException {
        var messages = new Messages(size.octets());
        int atLeast = 2 * connections;
        double pace = send(contest.smtp(), messages, connections, Math.max(atLeast, 16))
                .rate();
        int amount = (int) Math.max(atLeast, pace * SLICE.toSeconds());
        var result = Result.NOTHING;
        for (int round = 0; round < ROUNDS; round++) {
            result = result.and(new Result(
                    send(contest.ingest(), messages, connections, amount),
                    send(contest.smtp(), messages, connections, amount)));
        }
        print(contest.ingest(), size, connections, result.ingest());
        print(contest.smtp(), size, connections, result.smtp());
        return result;
    }

    private Load.Taken send(Route.Kind kind, Messages messages, int connections, int amount) throws IOException {
        int before = mailboxes.count();
        var prepared = Stream.generate(() -> kind.prepare(mailboxes.next(), messages.next()))
                .limit(amount)
                .toList();
        var taken = new Load(kind, prepared, connections).run();
        awaitDelivery(before + taken.latencies().size());
        return taken;
    }

    private static void print(Route.Kind kind, Size size, int connections, Load.Taken taken) {
        System.out.printf(
                Locale.ROOT,
                "%-6s %5d  %-18s %9.1f %9.1f %9.1f%n",
                size.label(),
                connections,
                kind.name(),
                taken.rate(),
                taken.percentileMillis(0.5),
                taken.percentileMillis(0.99));
    }

    /** The queue is empty again: what one route leaves behind must not slow down the next. */
    private void awaitDelivery(int expected) throws IOException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (mailboxes.count() < expected) {
            if (System.nanoTime() > end) {
                throw new IOException(
                        "only %d of %d messages are in the mailboxes".formatted(mailboxes.count(), expected));
            }
            pause(Duration.ofMillis(100));
        }
    }

    /** Open loop: messages start at a fixed pace, whatever becomes of those before. */
    private double visibleMillis(double rate) throws IOException {
        var messages = new Messages(TYPICAL.octets());
        var started = new ConcurrentHashMap<String, Long>();
        int total = (int) Math.max(1, rate * VISIBLE_RUN.toSeconds());
        mailboxes.open();
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
        try (var route = scanned.ingest().open()) {
            if (!route.send(scanned.ingest().prepare(mailboxes.next(), messages.withId(id)))) {
                failures.add(new IOException(id + " was deferred"));
            }
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
            for (var id : mailboxes.arrivals()) {
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
