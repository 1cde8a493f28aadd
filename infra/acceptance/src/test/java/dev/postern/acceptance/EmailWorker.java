package dev.postern.acceptance;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real Email Worker, running in workerd, called as Email Routing calls it. */
record EmailWorker(HttpClient http, String port) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the sending mail server learns: {@code accept}, {@code reject} with a text, or {@code temporary}. */
    record Outcome(String kind, String text) {}

    Outcome send(String reversePath, String recipient, byte[] message) {
        var uri = URI.create("http://127.0.0.1:%s/send?from=%s&to=%s"
                .formatted(port, encode(reversePath, UTF_8), encode(recipient, UTF_8)));
        try {
            var request = HttpRequest.newBuilder(uri)
                    .POST(BodyPublishers.ofByteArray(message))
                    .build();
            return outcome(
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Outcome outcome(JsonNode answer) {
        var kind = answer.path("outcome").asString();
        var text = kind.equals("reject")
                ? answer.path("calls").path(0).path(1).asString()
                : answer.path("error").asString("");
        return new Outcome(kind, text);
    }
}
