package dev.postern.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** admin-api's REST interface, as far as the tests set things up with it. */
record AdminApi(String url, String authorization, HttpClient http) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static AdminApi withToken(String url, String token, HttpClient http) {
        return new AdminApi(url, "Bearer " + token, http);
    }

    /** The same for the owner of a mailbox, about his own mailbox alone. */
    AdminApi asOwner(Mailbox mailbox) {
        var userPass = mailbox.address() + ":" + mailbox.password();
        return new AdminApi(url, "Basic " + Base64.getEncoder().encodeToString(userPass.getBytes(UTF_8)), http);
    }

    void createDomain(String name) {
        create("domains", Map.of("name", name));
    }

    void createMailbox(String address, String password, long quotaBytes) {
        create("mailboxes", Map.of("address", address, "password", password, "quotaBytes", quotaBytes));
    }

    void createAlias(String address, List<String> targets) {
        create("aliases", Map.of("address", address, "targets", targets));
    }

    void change(String path, String json) {
        set("PATCH", path, json);
    }

    void put(String path, String json) {
        set("PUT", path, json);
    }

    /** Makes something, and gives what admin-api says of it. */
    JsonNode post(String path, String json) {
        var answer = send(request(path).POST(BodyPublishers.ofString(json)));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("admin-api answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    JsonNode get(String path) {
        var answer = send(request(path).GET());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("admin-api answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private void set(String method, String path, String json) {
        var answer = send(request(path).method(method, BodyPublishers.ofString(json)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("admin-api answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    private void create(String collection, Map<String, Object> entry) {
        var answer = send(request(collection).POST(BodyPublishers.ofString(JSON.writeValueAsString(entry))));
        if (answer.statusCode() != 201 && answer.statusCode() != 409) {
            throw new IllegalStateException("admin-api answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + "/" + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
