package dev.postern.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long operators and their scripts wait when there are many accounts: {@code ./postern bench admin}. It makes 200 domains
 * with 100,000 mailboxes and 2,000 aliases by the same import that a user has, and then asks for lists, searches and pages, one
 * request after the other.
 */
public final class AdminBench {

    private static final int DOMAINS = 200;
    private static final int IMPORTS = 10;
    private static final int MAILBOXES_OF_ONE_IMPORT = 10_000;
    private static final int ALIASES = 2_000;
    private static final int ROUNDS = 30;
    private static final int WARM_UP = 5;

    /** Of a password that nobody uses: the mailboxes of all imports but the first come with it. */
    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$QFkIb0Vr6Kp4vCE6oV1vR1MHxcqZ0bQ0HvVQb7Hk6gE";

    private static final List<String> FIRST =
            List.of("alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi");
    private static final List<String> LAST = List.of("smith", "jones", "tanaka", "garcia", "novak", "rossi", "weber");

    private final Platform platform = Platform.get();
    private final List<Double> worst = new ArrayList<>();

    private AdminBench() {}

    public static void main(String[] arguments) {
        var bench = new AdminBench();
        bench.addDomains();
        double seconds = bench.importMailboxes();
        bench.importAliases();
        bench.askTheApi();
        bench.askForPages();
        double slowest =
                bench.worst.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        System.out.printf(Locale.ROOT, "%nRESULT admin p95_ms=%.0f import_s=%.1f%n", slowest, seconds);
    }

    private void addDomains() {
        for (int number = 0; number < DOMAINS; number++) {
            platform.admin().createDomain(domain(number));
        }
    }

    /** Returns what the first import took: its passwords are made and hashed by the service. */
    private double importMailboxes() {
        double first = 0;
        for (int part = 0; part < IMPORTS; part++) {
            var csv = mailboxes(part);
            long begun = System.nanoTime();
            upload("mailboxes", csv);
            double seconds = (System.nanoTime() - begun) / 1e9;
            first = part == 0 ? seconds : first;
            System.out.printf(
                    Locale.ROOT,
                    "import of %d mailboxes, %s: %.1f s%n",
                    MAILBOXES_OF_ONE_IMPORT,
                    part == 0 ? "passwords made and hashed" : "hashes in the file",
                    seconds);
        }
        return first;
    }

    private static String mailboxes(int part) {
        var from = part * MAILBOXES_OF_ONE_IMPORT;
        return IntStream.range(from, from + MAILBOXES_OF_ONE_IMPORT)
                .mapToObj(number -> "%s.%d@%s,%s %s,\"%s\",%d"
                        .formatted(
                                first(number),
                                number,
                                domain(number % DOMAINS),
                                first(number),
                                last(number),
                                part == 0 ? "" : HASH,
                                (1L + number % 5) << 30))
                .collect(Collectors.joining("\n", "address,displayName,password,quotaBytes\n", "\n"));
    }

    private void importAliases() {
        upload(
                "aliases",
                IntStream.range(0, ALIASES)
                        .mapToObj(number -> "info%d@%s,%s.%d@%s,Line %d"
                                .formatted(
                                        number,
                                        domain(number % DOMAINS),
                                        first(number),
                                        number,
                                        domain(number % DOMAINS),
                                        number))
                        .collect(Collectors.joining("\n", "address,targets,note\n", "\n")));
    }

    private void upload(String what, String csv) {
        var answer = send(api("/%s/import?dryRun=false".formatted(what))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
        if (!answer.contains("\"imported\":true")) {
            throw new IllegalStateException("not imported: " + answer.substring(0, Math.min(1000, answer.length())));
        }
    }

    private void askTheApi() {
        var address = "%s.4321@%s".formatted(first(4321), domain(4321 % DOMAINS));
        for (var path : List.of(
                "/domains?size=200",
                "/domains/" + domain(7),
                "/mailboxes",
                "/mailboxes?page=1999",
                "/mailboxes?size=500",
                "/mailboxes?domain=" + domain(7),
                "/mailboxes?q=alice+smith",
                "/mailboxes?q=a",
                "/mailboxes?q=nobody-at-all",
                "/mailboxes?sort=displayName",
                "/mailboxes?sort=-quotaBytes&page=1000",
                "/mailboxes?sort=-createdAt&enabled=true&q=tanaka",
                "/mailboxes/" + address,
                "/aliases",
                "/aliases?q=grace",
                "/search?q=alice",
                "/search?q=4321",
                "/search?q=weber",
                "/bin")) {
            measure("GET /api/v1" + path, () -> send(api(path).GET()));
        }
    }

    private void askForPages() {
        var address = "%s.4321@%s".formatted(first(4321), domain(4321 % DOMAINS));
        try (var browser = new Browser()) {
            var page = browser.operator(platform, "admin-api");
            var place = URI.create(page.url());
            var cookies = page.context().cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value)
                    .collect(Collectors.joining("; "));
            for (var path : List.of(
                    "/",
                    "/domains",
                    "/domains/" + domain(7),
                    "/mailboxes",
                    "/mailboxes?page=2000",
                    "/mailboxes?q=alice+smith&sort=-quotaBytes",
                    "/mailboxes/" + address,
                    "/aliases",
                    "/search?q=tanaka",
                    "/bin")) {
                var request = HttpRequest.newBuilder(place.resolve(path)).header("Cookie", cookies);
                measure("GET " + path, () -> send(request.GET()));
            }
        }
    }

    private void measure(String what, Runnable request) {
        var millis = new ArrayList<Double>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            request.run();
            if (round >= 0) {
                millis.add((System.nanoTime() - begun) / 1e6);
            }
        }
        millis.sort(null);
        double median = millis.get(ROUNDS / 2);
        double late = millis.get((int) Math.ceil(ROUNDS * 0.95) - 1);
        worst.add(late);
        System.out.printf(Locale.ROOT, "%-60s median %6.1f ms   p95 %6.1f ms%n", what, median, late);
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create(platform.admin().url() + path))
                .header("Authorization", platform.admin().authorization());
    }

    private String send(HttpRequest.Builder request) {
        try {
            var answer = platform.http().send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s answered %d: %s"
                        .formatted(
                                answer.uri(),
                                answer.statusCode(),
                                answer.body()
                                        .substring(
                                                0, Math.min(1000, answer.body().length()))));
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String domain(int number) {
        return "bench%03d.example".formatted(number);
    }

    private static String first(int number) {
        return FIRST.get(number % FIRST.size());
    }

    private static String last(int number) {
        return LAST.get(number % LAST.size());
    }
}
