package dev.postern.common.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.TraceId;
import dev.postern.common.service.sample.SampleService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ServiceDefaultsTest {

    private static final TraceId TRACE = TraceId.parse("01ARYZ6S41TSV4RRFFQ69G5FAV");

    @Test
    void aServiceStartsWithAManagementPortAndLogsTheTraceAsJson(CapturedOutput log) throws Exception {
        try (var service = start();
                var client = HttpClient.newHttpClient()) {
            var management = "http://localhost:" + service.getEnvironment().getProperty("local.management.port");
            var pages = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");

            assertThat(get(client, management + "/actuator/health/liveness").body())
                    .isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(client, management + "/actuator/health/readiness").body())
                    .isEqualTo("{\"status\":\"UP\"}");
            assertThat(get(client, management + "/actuator/prometheus").body())
                    .contains("jvm_memory_used_bytes", "service=\"sample\"");
            assertThat(get(client, management + "/actuator/env").statusCode()).isNotEqualTo(200);
            assertThat(get(client, pages + "/actuator/health").statusCode()).isNotEqualTo(200);
            assertThat(get(client, pages + "/login").headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie)
                            .startsWith("__Host-sample=")
                            .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax"));
        }
        assertThat(log.getOut().lines())
                .allSatisfy(line ->
                        assertThat(json(line).path("service").asString()).isEqualTo("sample"));
    }

    @Test
    void anErrorIsAPageForABrowserAndSaysNothingAboutTheInside() throws Exception {
        try (var service = start();
                var client = HttpClient.newHttpClient()) {
            var missing = URI.create(
                    "http://localhost:" + service.getEnvironment().getProperty("local.server.port") + "/postern/none");

            var answer = client.send(
                    HttpRequest.newBuilder(missing)
                            .header("Accept", "text/html,*/*;q=0.8")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body())
                    .contains("<title>This did not work · Postern</title>", "Error 404", "There is no such page.")
                    .doesNotContain("Exception", "springframework", "??");
        }
    }

    @Test
    void aLogLineCarriesTheTraceOfItsMessage(CapturedOutput log) {
        try (var service = start()) {
            TraceContext.run(TRACE, () -> LoggerFactory.getLogger("sample").info("taken"));
            LoggerFactory.getLogger("sample").info("idle");
            assertThat(service.isRunning()).isTrue();
        }

        assertThat(lineSaying(log, "taken").path("traceId").asString()).isEqualTo(TRACE.value());
        assertThat(lineSaying(log, "idle").has("traceId")).isFalse();
    }

    @Test
    void aTraceEndsWithItsWorkAndGivesWayToTheOuterOne() {
        var inner = TraceId.parse("01ARYZ6S41TSV4RRFFQ69G5FAW");
        var seen = new ArrayList<String>();

        TraceContext.run(TRACE, () -> {
            seen.add(TraceContext.call(inner, () -> MDC.get(TraceContext.FIELD)));
            seen.add(MDC.get(TraceContext.FIELD));
        });

        assertThat(seen).containsExactly(inner.value(), TRACE.value());
        assertThat(MDC.get(TraceContext.FIELD)).isNull();
    }

    private static ConfigurableApplicationContext start() {
        return SpringApplication.run(
                SampleService.class,
                "--spring.application.name=sample",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--management.server.address=127.0.0.1");
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode lineSaying(CapturedOutput log, String message) {
        return log.getOut()
                .lines()
                .map(ServiceDefaultsTest::json)
                .filter(line -> line.path("message").asString().equals(message))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }
}
