package dev.postern.admin.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A mail program or a browser that nobody knows yet. */
final class Stranger {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Stranger() {}

    static HttpResponse<byte[]> get(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html,*/*"));
    }

    static HttpResponse<byte[]> post(URI address, byte[] xml) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofByteArray(xml)));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
