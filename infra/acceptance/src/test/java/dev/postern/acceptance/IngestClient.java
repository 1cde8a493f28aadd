package dev.postern.acceptance;

import dev.postern.edge.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Speaks to mail-ingest as the Worker does, and lets a test get any part of it wrong. */
record IngestClient(Info.Ingest ingest, HttpClient http) {

    private static final Duration AS_LONG_AS_THE_WORKER = Duration.ofSeconds(40);

    /** A signed request. Change what you like before sending: the signature stays as it was made. */
    record Signed(Map<String, String> headers, Body body) {

        Signed with(String header, String value) {
            headers.put(header, value);
            return this;
        }
    }

    /** The bytes of a request, to be tampered with. */
    static final class Body {
        final byte[] bytes;

        Body(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    SigningKey key() {
        return SigningKey.read(ingest.keyFile());
    }

    Signed sign(String reversePath, String recipient, byte[] message) {
        return sign(key(), Instant.now(), reversePath, recipient, message);
    }

    Signed sign(SigningKey key, Instant created, String reversePath, String recipient, byte[] message) {
        return new Signed(key.sign(reversePath, recipient, message, created), new Body(message));
    }

    HttpResponse<String> send(Signed signed) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(ingest.url() + "/v1/messages"))
                .timeout(AS_LONG_AS_THE_WORKER)
                .POST(BodyPublishers.ofByteArray(signed.body().bytes));
        signed.headers().forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> send(String reversePath, String recipient, byte[] message) throws IOException {
        return send(sign(reversePath, recipient, message));
    }
}
