package dev.postern.admin.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.RunningService;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Api.Answer;
import dev.postern.common.testing.Browser;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestSecrets;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {

    /** The buckets fill up while a slow machine empties them. */
    private static final int ENOUGH = 200;

    private RunningService service;
    private AdminApi api;

    @BeforeAll
    void start() {
        service = RunningService.start(Map.of(
                "postern.admin.limits.token-requests", "20",
                "postern.admin.limits.operator-requests", "3",
                "postern.admin.limits.address-requests", "4",
                "postern.admin.limits.largest-body", "2KB",
                "postern.admin.limits.largest-upload", "4KB"));
        api = service.api();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void tellsATokenHowItStandsAndHoldsItUpInTheEnd() {
        var name = AdminApi.unique("t");
        var token = Api.bearer(api.post("/api/v1/tokens", "{'name': '%s', 'scopes': ['accounts:read']}".formatted(name))
                .text("token"));

        var first = api.call("GET", "/api/v1/domains", null, token);
        assertThat(first.header("RateLimit-Policy")).isEqualTo("\"token\";q=20;w=60");
        assertThat(first.header("RateLimit")).matches("\"token\";r=19;t=\\d+");
        var refused = untilHeldUp(() -> api.call("GET", "/api/v1/domains", null, token));

        Problem.in(refused).status(429).saying("20 requests a minute");
        assertThat(refused.text("type")).isEqualTo("/api/v1/problems/too-many");
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(refused.header("RateLimit")).startsWith("\"token\";r=0;");
        assertThat(api.get("/api/v1/domains").status()).isEqualTo(200);
    }

    @Test
    void holdsUpWhoGuessesButNobodyWithATokenBehindTheSameAddress() {
        var refused = untilHeldUp(() -> api.call("GET", "/api/v1/domains", null, Api.bearer("wrong")));

        Problem.in(refused).status(429);
        assertThat(refused.header("RateLimit-Policy")).startsWith("\"address\";q=4");
        assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
        assertThat(refused.header("WWW-Authenticate")).isEmpty();
        Problem.in(api.call("GET", "/api/v1/openapi.json", null, null)).status(429);
        assertThat(api.get("/api/v1/domains").status()).isEqualTo(200);
    }

    @Test
    void showsAnOperatorTheErrorPageWhenHeAsksTooOften() {
        var browser = new Browser();
        browser.signIn(api.page("/login"), "operator", TestSecrets.OPERATOR_PASSWORD);
        var refused = Stream.generate(() -> browser.get(api.page("/")))
                .limit(ENOUGH)
                .filter(page -> page.statusCode() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(refused.body()).contains("Error 429", "Wait a minute").doesNotContain("??");
        assertThat(browser.get(api.page("/postern/postern.css")).statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoBodyThatIsLargerThanItSays() throws Exception {
        var large = "{'name': '%s'}".formatted("x".repeat(3000));

        var refused = api.post("/api/v1/domains", large);
        Problem.in(refused).status(413).saying("2 kB");
        assertThat(refused.text("type")).isEqualTo("/api/v1/problems/too-large");

        // Without its length: what counts is what comes.
        var chunked = HttpRequest.newBuilder(api.page("/api/v1/domains"))
                .header("Authorization", Api.bearer(TestSecrets.TOKEN))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.replace('\'', '"').getBytes(StandardCharsets.UTF_8))))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(chunked, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("2 kB");
        }
    }

    private static Answer untilHeldUp(Supplier<Answer> call) {
        return Stream.generate(call)
                .limit(ENOUGH)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
    }
}
