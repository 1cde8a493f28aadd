package dev.postern.admin.surroundings;

import dev.postern.common.service.SecretFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Speaks with the other services; who does not answer in time does not answer. */
@Component
class Neighbours {

    private static final int OK = 200;

    private final HttpClient http;
    private final Duration timeout;
    private final Path tokenFile;

    Neighbours(SurroundingsSettings settings) {
        this.timeout = settings.timeout();
        this.tokenFile = settings.tokenFile();
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /** What an API says, whatever it is, as long as it says something. */
    HttpResponse<String> get(URI address) throws NoAnswer {
        return call(request(address).GET().build());
    }

    HttpResponse<String> post(URI address, String json) throws NoAnswer {
        return call(request(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    boolean works(URI address) {
        return "tcp".equals(address.getScheme()) ? takesConnections(address) : saysItWorks(address);
    }

    private boolean saysItWorks(URI address) {
        try {
            return send(HttpRequest.newBuilder(address).timeout(timeout).build())
                            .statusCode()
                    == OK;
        } catch (NoAnswer silence) {
            return false;
        }
    }

    private boolean takesConnections(URI address) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort()), Math.toIntExact(timeout.toMillis()));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + SecretFile.read(tokenFile));
    }

    private HttpResponse<String> call(HttpRequest request) throws NoAnswer {
        var answer = send(request);
        if (answer.statusCode() >= 500) {
            throw new NoAnswer("%s answers %d".formatted(request.uri(), answer.statusCode()), null);
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) throws NoAnswer {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException silence) {
            throw new NoAnswer("%s does not answer".formatted(request.uri()), silence);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("%s was not waited for".formatted(request.uri()), stopped);
        }
    }

    /** A service does not answer, or cannot now. */
    static final class NoAnswer extends Exception {

        NoAnswer(String detail, @Nullable Throwable cause) {
            super(detail, cause);
        }
    }
}
