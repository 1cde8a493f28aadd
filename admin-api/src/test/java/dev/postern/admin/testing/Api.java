package dev.postern.admin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the REST API as a script would. */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Environment environment;

    Api(Environment environment) {
        this.environment = environment;
    }

    /** A name that no other test uses, so that all of them can share one database. */
    public static String unique(String prefix) {
        return "%s-%s".formatted(prefix, UUID.randomUUID().toString().substring(0, 8));
    }

    /** Adds a domain that no other test uses. */
    public String newDomain() {
        var name = unique("d") + ".example";
        var answer = post("/api/v1/domains", "{'name': '%s'}".formatted(name));
        if (answer.status != 201) {
            throw new AssertionError("no domain: " + answer);
        }
        return name;
    }

    /** Adds a mailbox, and hands back the password that was made for it. */
    public String newMailbox(String address) {
        var answer = post("/api/v1/mailboxes", "{'address': '%s'}".formatted(address));
        if (answer.status != 201) {
            throw new AssertionError("no mailbox: " + answer);
        }
        return answer.body.path("password").asString();
    }

    public Answer get(String path) {
        return call("GET", path, null, bearer(TestSecrets.TOKEN));
    }

    /** Sends JSON that may be written with single quotes. */
    public Answer post(String path, String json) {
        return call("POST", path, json, bearer(TestSecrets.TOKEN));
    }

    /** Sends JSON that may be written with single quotes. */
    public Answer patch(String path, String json) {
        return call("PATCH", path, json, bearer(TestSecrets.TOKEN));
    }

    public Answer delete(String path) {
        return call("DELETE", path, null, bearer(TestSecrets.TOKEN));
    }

    public Answer call(String method, String path, @Nullable String json, @Nullable String authorization) {
        return call(portOf("local.server.port"), method, path, json, authorization);
    }

    public Answer management(String path) {
        return call(portOf("local.management.port"), "GET", path, null, null);
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

    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private int portOf(String property) {
        return environment.getRequiredProperty(property, Integer.class);
    }

    private static Answer call(
            int port, String method, String path, @Nullable String json, @Nullable String authorization) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .method(
                        method,
                        json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.replace('\'', '"')));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), parse(response.headers(), response.body()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode parse(HttpHeaders headers, String body) {
        var type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.contains("json") ? JsonMapper.shared().readTree(body) : MissingNode.getInstance();
    }

    /** What came back. */
    public record Answer(int status, HttpHeaders headers, JsonNode body) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String text(String field) {
            return body.path(field).asString("");
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }
}
