package dev.postern.admin.migration.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.admin.testing.AdminApi;
import dev.postern.common.testing.Api.Answer;
import dev.postern.common.testing.TestSecrets;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Files sent as a form does. */
public final class Upload {

    private static final String BOUNDARY = "a-boundary-of-the-tests";

    private final List<String> parts = new ArrayList<>();

    public Upload file(String name, String content) {
        parts.add("Content-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n%s".formatted(name, content));
        return this;
    }

    public Upload field(String name, String value) {
        parts.add("Content-Disposition: form-data; name=\"%s\"\r\n\r\n%s".formatted(name, value));
        return this;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public String body() {
        var body = new StringBuilder();
        parts.forEach(part -> body.append("--" + BOUNDARY + "\r\n").append(part).append("\r\n"));
        return body + "--" + BOUNDARY + "--\r\n";
    }

    /** Sends them to the API. */
    public Answer to(AdminApi api, String path) {
        return to(api, path, TestSecrets.TOKEN);
    }

    /** Sends them with another token. */
    public Answer to(AdminApi api, String path, String token) {
        try {
            var response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(api.page(path))
                                    .header("Authorization", AdminApi.bearer(token))
                                    .header("Content-Type", contentType())
                                    .POST(BodyPublishers.ofByteArray(body().getBytes(UTF_8)))
                                    .build(),
                            BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
