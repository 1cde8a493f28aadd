package dev.postern.admin.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Api.Answer;
import dev.postern.common.testing.Browser;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestSecrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Programs read problems, people error pages. */
@AdminApiTest
class RefusalsIT {

    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer " + TestSecrets.TOKEN);

    @Autowired
    AdminApi api;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404, not-found, openapi.json",
        "PUT, /api/v1/domains, 405, method-not-allowed, GET",
        "GET, /api/v1/domains?size=0, 422, unfit, between 1 and 500",
        "GET, /api/v1/domains?page=x, 422, unfit, page",
        "GET, /api/v1/domains/nowhere.example, 404, not-found, nowhere.example"
    })
    void namesTheKindOfProblemAndTheFix(String method, String path, int status, String kind, String hint) {
        var answer = api.send(method, path, null, TOKEN);

        Problem.in(answer).status(status);
        assertThat(answer.text("type")).isEqualTo("/api/v1/problems/" + kind);
        assertThat(answer.content()).contains(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'name': 'x.example' | malformed",
                "{'nome': 'x.example'} | malformed",
                "{'enabled': 'perhaps'} | malformed",
                "[] | malformed",
                "{} | unfit",
                "{'name': 'a b'} | unfit"
            })
    void namesTheKindOfProblemOfABody(String body, String kind) {
        assertThat(api.post("/api/v1/domains", body).text("type")).isEqualTo("/api/v1/problems/" + kind);
    }

    @Test
    void saysWhichTypesOfBodyAreTaken() {
        var answer = api.send(
                "POST",
                "/api/v1/domains",
                null,
                Map.of("Authorization", "Bearer " + TestSecrets.TOKEN, "Content-Type", "text/plain"));

        Problem.in(answer).status(415).field("Content-Type").saying("application/json");
    }

    @Test
    void explainsEveryKindAtItsAddress() {
        var kinds = api.send("GET", "/api/v1/problems", null, Map.of());

        assertThat(kinds.body().size()).isEqualTo(ProblemKind.values().length);
        kinds.body().forEach(kind -> {
            var explanation = api.send("GET", kind.path("type").asString(), null, Map.of());
            assertThat(explanation.body()).isEqualTo(kind);
        });
        Problem.in(api.send("GET", "/api/v1/problems/none", null, Map.of())).status(404);
    }

    @ParameterizedTest
    @CsvSource({"/nothing, 404", "/clients/x/y/z, 404", "/%0d%0a, 400", "/a;b, 400"})
    void showsPeopleTheErrorPage(String path, int status) {
        var browser = new Browser();
        browser.signIn(api.page("/login"), "operator", TestSecrets.OPERATOR_PASSWORD);

        var page = browser.get(api.page(path));

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("Error " + status, "This did not work").doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/domains;x=y", "/api/v1//domains", "/api/v1/%2e%2e/domains", "/api/v1/domains/a%0d%0ab"})
    void refusesStrangeAddressesAsItDoesEverythingElse(String path) {
        var answer = api.send("GET", path, null, TOKEN);

        Problem.in(answer).status(400);
        assertThat(answer.text("type")).isEqualTo("/api/v1/problems/malformed");
    }

    @Test
    void aRequestThatIsNoHttpSaysNothingAboutTheServer() throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), api.page("/").getPort())) {
            socket.getOutputStream()
                    .write("GET /api/v1/{x} HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(2000), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception");
        }
    }

    @Test
    void leadsFromPageToPageOfAList() {
        var domain = api.newDomain();
        for (var number = 0; number < 5; number++) {
            api.post(
                    "/api/v1/aliases",
                    "{'address': 'a%d@%s', 'targets': ['x@elsewhere.example']}".formatted(number, domain));
        }
        var first = api.get("/api/v1/aliases?size=2&domain=" + domain);
        var second = api.get(link(first, "next"));
        var third = api.get(link(second, "next"));

        assertThat(link(third, "prev")).isEqualTo("/api/v1/aliases?domain=" + domain + "&page=1&size=2");
        assertThat(third.header("Link")).doesNotContain("next");
        assertThat(first.header("Link")).doesNotContain("prev");
        assertThat(api.get(link(first, "last")).body()).isEqualTo(third.body());
        assertThat(api.get(link(third, "first")).body()).isEqualTo(first.body());
    }

    private static String link(Answer answer, String relation) {
        for (var link : answer.header("Link").split(", ", -1)) {
            if (link.endsWith("rel=\"" + relation + "\"")) {
                return link.substring(1, link.indexOf('>'));
            }
        }
        throw new AssertionError("no %s in %s".formatted(relation, answer.header("Link")));
    }
}
