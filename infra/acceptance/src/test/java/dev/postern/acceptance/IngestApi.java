package dev.postern.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** mail-ingest's REST interface for operators. */
record IngestApi(Platform platform) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    JsonNode get(String path) {
        var answer = send("GET", path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> send(String method, String path) {
        var request = HttpRequest.newBuilder(
                        URI.create(platform.info().dashboards().get("mail-ingest") + "api/v1/" + path))
                .header(
                        "Authorization",
                        "Bearer " + Platform.read(platform.info().adminApi().tokenFile()))
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return platform.http().send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
