package dev.postern.ingest.support;

import dev.postern.common.mail.Sha256;
import dev.postern.common.testing.MariaDb;
import dev.postern.ingest.IngestApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The whole service on free ports, with secrets of its own, and whoever talks to it. */
public final class RunningIngest implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final ServletWebServerApplicationContext context;

    private RunningIngest(ServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** Starts it before this next hop and without a database, but for what the settings say. */
    public static RunningIngest start(ScriptedSmtpServer nextHop, Path directory, Map<String, String> settings) {
        var all = defaults(nextHop.port(), directory);
        all.putAll(settings);
        var arguments = all.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
        return new RunningIngest((ServletWebServerApplicationContext)
                new SpringApplicationBuilder(IngestApplication.class).run(arguments));
    }

    /** The settings for a database at this place. */
    public static Map<String, String> databaseAt(String host, int port, Path directory) {
        return Map.of(
                "postern.ingest.receipts.url", "jdbc:mariadb://%s:%d/ingest".formatted(host, port),
                "postern.ingest.receipts.password-file",
                        write(directory, "db_ingest_password", MariaDb.passwordOf("ingest")));
    }

    public URI api(String path) {
        return at(property("local.server.port"), path);
    }

    public URI dashboard(String path) {
        return at(port(1), path);
    }

    /** Where Rspamd asks. */
    public URI filter(String path) {
        return at(port(2), path);
    }

    private String port(int connector) {
        var server = (TomcatWebServer) Objects.requireNonNull(context.getWebServer());
        var connectors = server.getTomcat().getService().findConnectors();
        return String.valueOf(connectors[connector].getLocalPort());
    }

    public URI management(String path) {
        return at(property("local.management.port"), path);
    }

    public Answer post(SignedRequests request, byte[] body) {
        return send(request.to(api("/v1/messages"), body));
    }

    /** Posts without saying beforehand how long the body is. */
    public Answer postChunked(SignedRequests request, byte[] body) {
        var builder = HttpRequest.newBuilder(api("/v1/messages"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        request.headers(body).forEach(builder::setHeader);
        return send(builder.build());
    }

    public Answer postJson(URI address, String json) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    public Answer get(URI address) {
        return send(HttpRequest.newBuilder(address).build());
    }

    public Answer send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** How many requests ended so, as Prometheus is told. */
    public double counted(String outcome, String reason) {
        return get(management("/actuator/prometheus"))
                .text()
                .lines()
                .filter(line -> line.startsWith("postern_ingest_messages_total{"))
                .filter(line -> line.contains("outcome=\"%s\"".formatted(outcome)))
                .filter(line -> line.contains("reason=\"%s\"".formatted(reason)))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Override
    public void close() {
        context.close();
    }

    private static Map<String, String> defaults(int nextHop, Path directory) {
        var key = Base64.getEncoder().encodeToString(SignedRequests.KEY);
        var deliveryKey =
                Base64.getEncoder().encodeToString(Sha256.of(SignedRequests.KEY).bytes());
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("postern.ingest.dashboard.port", "0");
        settings.put("postern.ingest.filter.port", "0");
        settings.put("postern.ingest.api.token-file", write(directory, "admin_token", "the-token"));
        settings.put("postern.ingest.smtp.host", "127.0.0.1");
        settings.put("postern.ingest.smtp.port", String.valueOf(nextHop));
        settings.put("postern.ingest.smtp.probe-every", "100ms");
        settings.put("postern.ingest.body.spool-dir", directory.toString());
        settings.put(
                "postern.ingest.signature.keys-file",
                write(directory, "ingest_keys", SignedRequests.KEY_ID + " " + key));
        settings.put("postern.ingest.delivery.key-file", write(directory, "ingest_delivery_key", deliveryKey));
        settings.put("postern.ingest.receipts.url", "jdbc:mariadb://127.0.0.1:1/ingest");
        settings.put("postern.ingest.receipts.password-file", write(directory, "no_password", "none"));
        return settings;
    }

    private static String write(Path directory, String name, String content) {
        try {
            return Files.writeString(directory.resolve(name), content + "\n").toString();
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }

    private String property(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    private static URI at(String port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String text) {

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        public JsonNode json() {
            return header("Content-Type").orElse("").contains("json")
                    ? JsonMapper.shared().readTree(text.getBytes(StandardCharsets.UTF_8))
                    : MissingNode.getInstance();
        }
    }
}
