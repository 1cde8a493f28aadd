package dev.postern.ingest.dashboard;

import static dev.postern.ingest.dashboard.ReceiptBuilder.accepted;
import static dev.postern.ingest.dashboard.ReceiptBuilder.deferred;
import static dev.postern.ingest.dashboard.ReceiptBuilder.duplicate;
import static dev.postern.ingest.dashboard.ReceiptBuilder.refused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.common.mail.Sha256;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Browser;
import dev.postern.common.testing.MariaDb;
import dev.postern.common.testing.TestSecrets;
import dev.postern.ingest.IngestApplication;
import dev.postern.ingest.support.ScriptedSmtpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

@Timeout(180)
@TestInstance(Lifecycle.PER_CLASS)
class DashboardIT {

    private static final Pattern TRACE_LINK = Pattern.compile("/receipts/([0-9A-Z]{26})\"");
    private static final Pattern OLDER = Pattern.compile("href=\"(/receipts[^\"]*before=[^\"]*)\"");
    private static final Pattern SEEN = Pattern.compile("seen=([0-9a-f]+)");

    @TempDir
    static Path folder;

    private ReceiptsDatabase database;
    private ScriptedSmtpServer postfix;
    private ServletWebServerApplicationContext service;
    private int apiPort;
    private int dashboardPort;
    private DashboardBrowser browser;

    @BeforeAll
    void start() throws IOException {
        database = new ReceiptsDatabase();
        postfix = new ScriptedSmtpServer();
        service = (ServletWebServerApplicationContext)
                new SpringApplicationBuilder(IngestApplication.class).run(settings());
        apiPort = Integer.parseInt(String.valueOf(service.getEnvironment().getProperty("local.server.port")));
        dashboardPort = Arrays.stream(((TomcatWebServer) Objects.requireNonNull(service.getWebServer()))
                        .getTomcat()
                        .getService()
                        .findConnectors())
                .mapToInt(Connector::getLocalPort)
                .filter(port -> port != apiPort)
                .findFirst()
                .orElseThrow();
        await().atMost(Duration.ofSeconds(60)).until(this::hasItsTable);
        browser = new DashboardBrowser(dashboardPort).signIn();
    }

    @AfterAll
    void stop() {
        service.close();
        postfix.close();
        database.close();
    }

    /** But for one that is older than any range, and makes the service count all of them again. */
    @BeforeEach
    void noReceipts() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM ingest.receipt");
        }
        deferred("fault", "Long ago.")
                .at(Instant.now().minus(Duration.ofDays(40)))
                .from("zoe@long-ago.example")
                .to("zoe@long-ago.example")
                .in(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?range=7d", "/receipts", "/receipts/01KZ2R4T6V8X0A1C3E5G7J9M2P", "/live"})
    void nobodySeesAnythingWithoutSigningIn(String path) {
        var answer = new DashboardBrowser(dashboardPort).get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/login"));
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aPageWhoseSessionEndedIsLeftForTheLogIn() {
        var answer = new DashboardBrowser(dashboardPort).fetch("/live");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login");
    }

    @Test
    void thePortOfTheApiShowsNoPage() {
        assertThat(new DashboardBrowser(apiPort).get("/").statusCode()).isEqualTo(404);
        assertThat(new DashboardBrowser(apiPort).get("/login").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1h", "24h", "7d", "30d"})
    void theFiguresAreThoseOfTheReceipts(String range) throws SQLException {
        for (int millis : List.of(10, 20, 30)) {
            accepted().ofBytes(1024).took(millis).in(database);
        }
        duplicate().ofBytes(1024).took(1).in(database);
        refused("recipient", 550, "5.1.1", "User unknown").took(5).ofBytes(1024).in(database);
        refused("recipient", 550, "5.1.1", "User unknown").took(5).ofBytes(1024).in(database);
        deferred("busy", "Too many messages are at work.").took(4444).ofBytes(0).in(database);

        var page = pageWith("4", "/?range=" + range);

        assertThat(number(page, "sum-refused")).isEqualTo("2");
        assertThat(number(page, "sum-deferred")).isEqualTo("1");
        assertThat(number(page, "sum-duplicates")).isEqualTo("1");
        assertThat(page).contains(">6 KiB</dd>", ">4,400 ms</dd>", "50\u00a0% within 10 ms, 99\u00a0% within 4,400 ms");
        assertThat(columnSums(page, "chart-messages")).containsExactly(4.0, 2.0, 1.0);
        assertThat(columnSums(page, "chart-bytes")).containsExactly(6.0);
        assertThat(textOf(page))
                .contains("accepted Handed over to the mail server 3")
                .contains("refused Mail for this recipient is not taken 2")
                .contains("accepted Had come before 1")
                .contains("deferred Too much at work 1");
    }

    @Test
    void scriptsAreToldHowMuchCameAndWent() throws Exception {
        accepted().ofBytes(1024).took(10).in(database);
        refused("recipient", 550, "5.1.1", "User unknown").in(database);
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO ingest.sent_message
                      (accepted_at, queue_id, login, domain, author, reverse_path, message_id, size_bytes, recipients)
                    VALUES (utc_timestamp(6), '4TRAFFIC', 'a@b.example', 'b.example', 'a@b.example', 'a@b.example', '', 1, 1)""");
        }

        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/v1/traffic".formatted(dashboardPort)))
                .header("Authorization", Api.bearer(TestSecrets.TOKEN))
                .build();
        await().untilAsserted(() -> assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body())
                .contains("\"accepted\":1", "\"refused\":1", "\"deferred\":0", "\"sent\":1", "\"since\":\""));
    }

    @Test
    void whereNothingCameThereIsZeroAndNoLatency() throws SQLException {
        accepted().took(12).in(database);

        var page = pageWith("1", "/?range=24h");

        assertThat(rows(page, "chart-messages"))
                .hasSize(96)
                .filteredOn(row -> row.equals(List.of("0", "0", "0")))
                .hasSize(95);
        assertThat(rows(page, "chart-latency"))
                .hasSize(96)
                .filteredOn(row -> row.equals(List.of("–", "–", "–")))
                .hasSize(95);
    }

    @Test
    void aRangeLeavesOutWhatIsOlder() throws SQLException {
        accepted().at(Instant.now().minus(Duration.ofHours(3))).in(database);
        accepted().at(Instant.now().minus(Duration.ofDays(3))).in(database);
        accepted().at(Instant.now().minus(Duration.ofDays(29))).in(database);

        assertThat(pageWith("0", "/?range=1h")).contains("Last hour");
        assertThat(pageWith("1", "/?range=24h")).contains("Last 24 hours");
        assertThat(pageWith("2", "/?range=7d")).contains("Last 7 days");
        assertThat(pageWith("3", "/?range=30d")).contains("Last 30 days");
    }

    @Test
    void aLivePageIsSentAgainOnlyWhenItChanged() throws SQLException {
        accepted().in(database);
        var seen = SEEN.matcher(pageWith("1", "/?range=30d"));
        assertThat(seen.find()).isTrue();
        var path = "/live?range=30d&seen=" + seen.group(1);
        assertThat(browser.fetch(path).statusCode()).isEqualTo(204);

        accepted().at(Instant.now().minus(Duration.ofDays(2))).in(database);

        var answer = await().until(() -> browser.fetch(path), fetched -> fetched.statusCode() == 200);
        assertThat(number(answer.body(), "sum-accepted")).isEqualTo("2");
        assertThat(answer.body()).startsWith("<div id=\"live\"").doesNotContain("<html");
    }

    @Test
    void aPausedPageAsksForNothing() {
        assertThat(page("/")).contains("hx-get=");
        assertThat(page("/?live=off")).doesNotContain("hx-get=").contains("Make it live");
    }

    @Test
    void refusalsAreShownWithReasonAndAnswer() throws SQLException {
        refused("content", 554, "5.7.1", "Infected: Eicar-Signature")
                .from("mallory@evil.example")
                .in(database);

        assertThat(textOf(page("/")))
                .contains("mallory@evil.example bob@example.net The message itself is not taken"
                        + " 554 5.7.1 Infected: Eicar-Signature");
    }

    @Test
    void requestsThatAreNotBelievedAreCounted() throws Exception {
        var before = rejected();
        var api = URI.create("http://127.0.0.1:%d/v1/messages".formatted(apiPort));
        var forged = HttpRequest.newBuilder(api)
                .header("Content-Type", "message/rfc822")
                .POST(BodyPublishers.ofString("Subject: forged\r\n\r\n"))
                .build();
        for (int time = 0; time < 3; time++) {
            assertThat(HttpClient.newHttpClient()
                            .send(forged, BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(401);
        }

        assertThat(rejected()).isEqualTo(before + 3);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@sender.example, 2",
        "ann, 2",
        "ANN, 2",
        "carol@ex, 2",
        "<>, 1",
        "info@bücher.example, 1",
        "100%_sure!, 1",
        "%, 0",
        "_nn, 0",
        "sender.example, 0"
    })
    void receiptsAreFoundByTheBeginningOfAnAddress(String search, int found) throws SQLException {
        accepted().from("ann@sender.example").in(database);
        accepted().from("ann@sender.example").to("carol@example.net").in(database);
        accepted().from("").to("carol@example.net").in(database);
        accepted()
                .from("100%_sure!@bulk.example")
                .to("info@xn--bcher-kva.example")
                .in(database);

        assertThat(tracesIn(page("/receipts?search=" + Browser.encode(search)))).hasSize(found);
    }

    @Test
    void receiptsAreFoundByTraceIdAndDeliveryKeyAndOutcome() throws SQLException {
        var first = accepted().in(database);
        var second = refused("sender", 550, "5.7.1", "Go away").in(database);

        assertThat(tracesIn(page("/receipts?search=" + first.traceId().toLowerCase(Locale.ROOT))))
                .containsExactly(first.traceId());
        assertThat(tracesIn(page("/receipts?search=" + second.key()))).containsExactly(second.traceId());
        assertThat(tracesIn(page("/receipts?outcome=refused"))).containsExactly(second.traceId());
        assertThat(tracesIn(page("/receipts?search=ann&outcome=accepted"))).containsExactly(first.traceId());
        assertThat(page("/receipts?search=nobody")).contains("Nothing was found.");
    }

    @Test
    void aLongListIsLeafedThroughWithoutGapsOrRepetitions() throws SQLException {
        var sameTime = Instant.parse("2026-01-01T00:00:00Z");
        var written = new HashSet<String>();
        for (int number = 0; number < 120; number++) {
            written.add(
                    accepted().at(sameTime.plusSeconds(number / 7)).in(database).traceId());
        }

        var first = page("/receipts?search=ann");
        var second = page(older(first));
        var third = page(older(second));

        assertThat(List.of(
                        tracesIn(first).size(),
                        tracesIn(second).size(),
                        tracesIn(third).size()))
                .containsExactly(50, 50, 20);
        assertThat(OLDER.matcher(third).find()).isFalse();
        var shown = new HashSet<>(tracesIn(first));
        shown.addAll(tracesIn(second));
        shown.addAll(tracesIn(third));
        assertThat(shown).isEqualTo(written);
    }

    @Test
    void aHostileAddressIsTextLikeAnyOther() throws SQLException {
        var receipt = refused("sender", 550, "5.7.1", "<img src=x onerror=alert(2)>")
                .from("\"<script>alert(1)</script>\"@evil.example")
                .to("\"'><b>\"@evil.example")
                .in(database);
        var search = Browser.encode("\"<script>alert(1)</script>");

        for (var path : List.of("/", "/receipts", "/receipts?search=" + search, "/receipts/" + receipt.traceId())) {
            assertThat(page(path))
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert", "<img src=x", "'><b>");
        }
    }

    @Test
    void aReceiptShowsAllThatIsKnownAndWhereElseToLook() throws SQLException {
        var key = Sha256.of("one message".getBytes(UTF_8)).bytes();
        var first = accepted().key(key).ofBytes(123_456).took(78).in(database);
        var again = duplicate().key(key).in(database);

        var text = textOf(page("/receipts/" + first.traceId()));

        assertThat(text)
                .contains("ann@sender.example", "bob@example.net", "203.0.113.7 greeted as mx.sender.example")
                .contains("120.6 KiB (123,456 bytes)", "78 ms", "250 2.0.0 Ok: queued as 4cK2Xr1vGzzQ9")
                .contains("logs mail-ingest | grep " + first.traceId(), "logs postfix | grep 4cK2Xr1vGzzQ9")
                .contains("X-Postern-Delivery-Key: " + first.key(), "X-Postern-Trace-Id: " + first.traceId())
                .contains("Other attempts with the same message", again.traceId());
    }

    @Test
    void aTraceWithoutReceiptSaysWhatThatMeans() {
        var answer = browser.get("/receipts/01KZ2R4T6V8X0A1C3E5G7J9M2P");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no receipt with this trace id.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /?range=1y; There is no range &quot;1y&quot;
            /receipts?outcome=lost; There is no outcome &quot;lost&quot;
            /receipts?before=x; &quot;x&quot; is no place in this list
            /receipts/%3Cscript%3E; That is no trace id
            """)
    void aParameterThatMakesNoSenseIsTold(String path, String told) {
        var answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(told).doesNotContain("<script>");
    }

    @Test
    void aSearchTextThatIsTooLongIsTold() {
        var answer = browser.get("/receipts?search=" + "a".repeat(1000));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("at most 254 characters");
    }

    @Test
    void everyTextIsThere() throws SQLException {
        var receipt = accepted().in(database);
        deferred("timeout", "Too late").in(database);

        for (var path : List.of("/", "/?live=off", "/receipts", "/receipts/" + receipt.traceId())) {
            assertThat(page(path)).doesNotContain("??", "''");
        }
    }

    @Test
    void whenTheDatabaseIsAwayThePageSaysSoAndComesBackByItself() throws SQLException {
        accepted().in(database);
        assertThat(textOf(pageWith("1", "/"))).contains("Database of receipts Answers");

        database.freeze();
        try {
            assertThat(textOf(page("/")))
                    .contains("Database of receipts Away", "Hand-over to Postfix Takes mail")
                    .contains("The database is away, so there are no charts and no receipts to see.")
                    .doesNotContain("Messages by outcome", "Latest messages");
            assertThat(page("/receipts")).contains("The database is away or did not answer in time");
            assertThat(page("/receipts/01KZ2R4T6V8X0A1C3E5G7J9M2P")).contains("The database is away");
        } finally {
            database.thaw();
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(page("/")).contains("id=\"sum-accepted\">1<"));
        assertThat(textOf(page("/"))).contains("Database of receipts Answers");
    }

    private String[] settings() throws IOException {
        var settings = List.of(
                "server.port=0",
                "management.server.port=0",
                "postern.ingest.dashboard.port=0",
                "postern.ingest.filter.port=0",
                "postern.ingest.receipts.url=" + database.url(),
                "postern.ingest.receipts.password-file=" + secret("db", MariaDb.passwordOf("ingest")),
                "postern.ingest.api.token-file=" + secret("token", TestSecrets.TOKEN),
                "postern.ingest.signature.keys-file=" + secret("keys", "test " + base64()),
                "postern.ingest.delivery.key-file=" + secret("key", base64()),
                "postern.ingest.body.spool-dir=" + Files.createDirectory(folder.resolve("spool")),
                "postern.ingest.smtp.host=127.0.0.1",
                "postern.ingest.smtp.port=" + postfix.port());
        return settings.stream().map(setting -> "--" + setting).toArray(String[]::new);
    }

    private Path secret(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content + "\n");
    }

    private static String base64() {
        return Sha256.of("a secret for tests".getBytes(UTF_8)).base64();
    }

    private boolean hasItsTable() throws SQLException {
        try (var connection = database.connect();
                var tables = connection.getMetaData().getTables("ingest", null, "receipt", null)) {
            return tables.next()
                    && textOf(new DashboardBrowser(dashboardPort)
                                    .signIn()
                                    .get("/")
                                    .body())
                            .contains("Database of receipts Answers");
        }
    }

    /** After a count the service may rest for a moment before it counts again. */
    private String pageWith(String accepted, String path) {
        return await().until(() -> page(path), page -> page.contains("id=\"sum-accepted\">%s<".formatted(accepted)));
    }

    private String page(String path) {
        var answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isIn(200, 404);
        return answer.body();
    }

    private long rejected() {
        var found = Pattern.compile("The request is not signed\\. .*?\\(RFC 9421\\)\\. ([0-9]+) ")
                .matcher(textOf(page("/")));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static String number(String page, String id) {
        var found = Pattern.compile("id=\"%s\">([^<]*)<".formatted(id)).matcher(page);
        assertThat(found.find()).as(id).isTrue();
        return found.group(1);
    }

    /** The cells of a chart's table, its first column left out. */
    private static List<List<String>> rows(String page, String chart) {
        var figure = page.substring(page.indexOf("id=\"" + chart + "\""));
        var body = figure.substring(figure.indexOf("<tbody>"), figure.indexOf("</tbody>"));
        return Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL)
                .matcher(body)
                .results()
                .map(row -> Pattern.compile("<td>([^<]*)</td>")
                        .matcher(row.group(1))
                        .results()
                        .map(cell -> cell.group(1))
                        .toList())
                .toList();
    }

    private static List<Double> columnSums(String page, String chart) {
        var rows = rows(page, chart);
        return IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream()
                        .mapToDouble(row -> Double.parseDouble(row.get(column)))
                        .sum())
                .toList();
    }

    private static List<String> tracesIn(String page) {
        return TRACE_LINK.matcher(page).results().map(link -> link.group(1)).toList();
    }

    private static String older(String page) {
        var link = OLDER.matcher(page).results().map(MatchResult::group).toList();
        assertThat(link).hasSize(1);
        return link.getFirst().replaceAll("href=\"|\"$", "").replace("&amp;", "&");
    }

    /** What a reader reads. */
    private static String textOf(String page) {
        return page.replaceAll("(?s)<script.*?</script>|<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }
}
