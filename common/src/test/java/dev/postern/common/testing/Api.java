package dev.postern.common.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the REST API as a script would. */
public class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Environment environment;

    public Api(Environment environment) {
        this.environment = environment;
    }

    public Answer get(String path) {
        return call("GET", path, null, bearer(TestSecrets.TOKEN));
    }

    /** Sends JSON that may be written with single quotes. */
    public Answer post(String path, String json) {
        return call("POST", path, json, bearer(TestSecrets.TOKEN));
    }

    /** Sends JSON that may be written with single quotes. */
    public Answer put(String path, String json) {
        return call("PUT", path, json, bearer(TestSecrets.TOKEN));
    }

    /** Sends JSON that may be written with single quotes. */
    public Answer patch(String path, String json) {
        return call("PATCH", path, json, bearer(TestSecrets.TOKEN));
    }

    public Answer delete(String path) {
        return call("DELETE", path, null, bearer(TestSecrets.TOKEN));
    }

    public Answer call(String method, String path, @Nullable String json, @Nullable String authorization) {
        return send(method, path, json, authorization == null ? Map.of() : Map.of("Authorization", authorization));
    }

    /** Sends these headers and no others. */
    public Answer send(String method, String path, @Nullable String json, Map<String, String> headers) {
        return call(
                portOf("local.server.port"),
                method,
                path,
                json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.replace('\'', '"')),
                headers);
    }

    /** Sends JSON with the single quotes that it has. */
    public Answer sendAsIs(String method, String path, String json, Map<String, String> headers) {
        return call(portOf("local.server.port"), method, path, BodyPublishers.ofString(json), headers);
    }

    public Answer management(String path) {
        return call(portOf("local.management.port"), "GET", path, BodyPublishers.noBody(), Map.of());
    }

    public URI page(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(portOf("local.server.port"), path));
    }

    public static String bearer(String token) {
        return "Bearer " + token;
    }

    public static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private int portOf(String property) {
        return environment.getRequiredProperty(property, Integer.class);
    }

    private static Answer call(int port, String method, String path, BodyPublisher body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .method(method, body);
        if (body.contentLength() != 0) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, String content) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public JsonNode body() {
            return header("Content-Type").toLowerCase(Locale.ROOT).contains("json")
                    ? JsonMapper.shared().readTree(content)
                    : MissingNode.getInstance();
        }

        public String text(String field) {
            return body().path(field).asString("");
        }

        @Override
        public String toString() {
            return status + " " + content;
        }
    }
}
