package dev.postern.ingest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.support.RunningIngest;
import dev.postern.ingest.support.RunningIngest.Answer;
import dev.postern.ingest.support.ScriptedSmtpServer;
import dev.postern.ingest.support.SignedRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class PortSeparationTest {

    private static final byte[] MESSAGE = "Subject: x\r\n\r\nhello\r\n".getBytes(UTF_8);

    @TempDir
    static Path directory;

    private static ScriptedSmtpServer nextHop;
    private static RunningIngest service;

    @BeforeAll
    static void start() throws IOException {
        nextHop = new ScriptedSmtpServer();
        service = RunningIngest.start(nextHop, directory, Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
        nextHop.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/error",
                "/favicon.ico",
                "/webjars/htmx.org/dist/htmx.min.js",
                "/actuator/health",
                "/actuator/prometheus",
                "/v1/messages/",
                "/v1/messages;x",
                "/V1/messages",
                "/v1//messages",
                "/v1/%6dessages",
                "/v1/x/../messages"
            })
    void theApiPortShowsNothingButTheApi(String path) {
        for (var answer : new Answer[] {service.get(service.api(path)), postTo(service.api(path))}) {
            assertThat(answer.status()).isIn(404, 400);
            assertThat(answer.text()).doesNotContain("postern");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/messages", "/v1/%6dessages", "/v1/messages/", "/v1//messages", "/v1/messages;x"})
    void theApiIsNowhereElse(String path) {
        var forgedPort = HttpRequest.newBuilder(service.dashboard(path)).header("X-Forwarded-Port", "8080");
        for (var request :
                new HttpRequest[] {signed(service.dashboard(path)), sent(forgedPort), signed(service.management(path))
                }) {
            var answer = service.send(request);
            assertThat(answer.status()).isNotIn(200, 401, 422, 503);
            assertThat(answer.text()).doesNotContain("urn:postern:ingest");
        }
        assertThat(nextHop.messages()).isEmpty();
    }

    @Test
    void theDashboardPortWantsAnOperator() {
        var answer = service.send(HttpRequest.newBuilder(service.dashboard("/"))
                .header("Accept", "text/html")
                .build());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(service.get(service.dashboard("/login")).status()).isEqualTo(200);
        assertThat(service.get(service.dashboard("/actuator/health")).status()).isNotEqualTo(200);
    }

    @Test
    void theManagementPortShowsHealthAndMetrics() {
        assertThat(service.get(service.management("/actuator/health/liveness")).status())
                .isEqualTo(200);
        var metrics = service.get(service.management("/actuator/prometheus"));
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.text())
                .contains(
                        "service=\"mail-ingest\"",
                        "postern_ingest_receipts_unwritten",
                        "postern_ingest_smtp_connections");
        assertThat(service.get(service.management("/login")).status()).isEqualTo(404);
    }

    private static Answer postTo(URI address) {
        return service.send(signed(address));
    }

    private static HttpRequest signed(URI address) {
        return sent(HttpRequest.newBuilder(address));
    }

    private static HttpRequest sent(HttpRequest.Builder request) {
        SignedRequests.request().headers(MESSAGE).forEach(request::setHeader);
        return request.POST(BodyPublishers.ofByteArray(MESSAGE)).build();
    }
}
