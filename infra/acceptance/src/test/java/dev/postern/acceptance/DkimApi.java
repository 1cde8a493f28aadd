package dev.postern.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** dkim-tools' REST interface, as far as the tests make and switch keys with it. */
record DkimApi(String url, String token, HttpClient http) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static DkimApi of(Platform platform) {
        var info = platform.info();
        return new DkimApi(
                info.dashboards().get("dkim-tools") + "api/v1/keys",
                Platform.read(info.adminApi().tokenFile()),
                platform.http());
    }

    void makePair(String domain, String name) {
        send(request("")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("domain", domain, "selector", name)))));
    }

    void activate(String domain, String name) {
        send(request("/" + domain + "/active")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("selector", name)))));
    }

    /** The TXT records to publish for a domain: name and value. */
    Map<String, String> records(String domain) {
        return JSON.readValue(send(request("/" + domain).GET()), Keys.class).pairs().stream()
                .flatMap(pair -> pair.keys().stream())
                .collect(Collectors.toMap(
                        key -> key.record().name(), key -> key.record().value()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private String send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "dkim-tools answered %d: %s".formatted(answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    record Keys(String domain, String active, List<Pair> pairs) {}

    record Pair(String selector, String created, boolean active, List<Key> keys) {}

    record Key(String algorithm, String selector, Txt record) {}

    record Txt(String name, String type, String value, List<String> strings, String zoneLine) {}
}
