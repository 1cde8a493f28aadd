package dev.postern.admin.mailstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.service.SecretFile;
import dev.postern.common.service.UnusableSecret;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands on Dovecot by its doveadm HTTP API, version 1. */
public final class Doveadm {

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final MailStoreSettings settings;
    private final JsonMapper json;
    private final HttpClient http;

    Doveadm(MailStoreSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * Runs commands one after the other; one that fails does not keep the others from being run.
     *
     * @param patience how long to wait for all of them; they may go on after that
     * @return a reply for each command
     * @throws DoveadmAway if it cannot be known whether they were run
     */
    public List<DoveadmReply> run(Duration patience, List<DoveadmCommand> commands) {
        var tagged = commands.stream()
                .map(command -> List.of(command.name(), command.parameters(), "postern"))
                .toList();
        var replies = replies(post(patience, json.writeValueAsString(tagged)));
        if (replies.size() != commands.size()) {
            throw new DoveadmAway(
                    "Dovecot gave %d replies to %d commands".formatted(replies.size(), commands.size()), null);
        }
        return replies;
    }

    private String post(Duration patience, String commands) {
        var request = HttpRequest.newBuilder(settings.url())
                .timeout(patience)
                .header("Authorization", "X-Dovecot-API " + key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(commands))
                .build();
        var response = sendAgainIfCut(request);
        return switch (response.statusCode()) {
            case OK -> response.body();
            case UNAUTHORIZED ->
                throw new DoveadmAway("Dovecot does not accept the key in " + settings.keyFile(), null);
            default -> throw new DoveadmAway("Dovecot answered HTTP " + response.statusCode(), null);
        };
    }

    /** A connection left open may have been closed by the other side just now. Every command can be run twice. */
    private HttpResponse<String> sendAgainIfCut(HttpRequest request) {
        try {
            try {
                return http.send(request, BodyHandlers.ofString());
            } catch (HttpTimeoutException late) {
                throw late;
            } catch (IOException cut) {
                return http.send(request, BodyHandlers.ofString());
            }
        } catch (IOException gone) {
            throw new DoveadmAway("Dovecot does not answer at %s: %s".formatted(settings.url(), gone), gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DoveadmAway("interrupted", stopped);
        }
    }

    private String key() {
        try {
            return Base64.getEncoder()
                    .encodeToString(SecretFile.read(settings.keyFile()).getBytes(UTF_8));
        } catch (UnusableSecret unusable) {
            throw new DoveadmAway(String.valueOf(unusable.getMessage()), unusable);
        }
    }

    private List<DoveadmReply> replies(String body) {
        try {
            var replies = new ArrayList<DoveadmReply>();
            for (var reply : json.readTree(body)) {
                replies.add(reply(reply.path(0).asString(""), reply.path(1)));
            }
            return replies;
        } catch (JacksonException unreadable) {
            throw new DoveadmAway("Dovecot's answer is no JSON", unreadable);
        }
    }

    private static DoveadmReply reply(String kind, JsonNode content) {
        return kind.equals("doveadmResponse")
                ? new DoveadmReply.Rows(content.valueStream().toList())
                : new DoveadmReply.Failed(
                        content.path("type").asString(""),
                        content.path("exitCode").asInt(0));
    }
}
