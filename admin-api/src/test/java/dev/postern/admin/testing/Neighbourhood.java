package dev.postern.admin.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postern.common.testing.TestSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The other services, as far as this one asks them something: all are well, and dkim-tools makes keys when it is told to. */
public final class Neighbourhood {

    private static final HttpServer SERVER = start();
    private static final Set<String> SIGNED = new ConcurrentSkipListSet<>();

    private Neighbourhood() {}

    static Map<String, String> settings() {
        var place = "http://127.0.0.1:%d".formatted(SERVER.getAddress().getPort());
        return Map.of(
                "postern.admin.surroundings.ingest", place,
                "postern.admin.surroundings.dkim", place,
                "postern.admin.surroundings.components.mail-ingest", place + "/well",
                "postern.admin.surroundings.components.postfix", place + "/well",
                "postern.admin.surroundings.components.dkim-tools", place + "/well",
                "postern.admin.surroundings.components.backup-agent", place + "/well",
                "postern.admin.surroundings.components.roundcube", place.replace("http", "tcp"));
    }

    /** Whether dkim-tools was told to make keys for this domain. */
    public static boolean signs(String domain) {
        return SIGNED.contains(domain);
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/well", exchange -> answer(exchange, 200, "{}"));
            server.createContext("/api/v1/traffic", exchange -> answer(exchange, 200, """
                    {"since": "2026-01-01T00:00:00Z", "accepted": 128, "refused": 17, "deferred": 2, "sent": 41}"""));
            server.createContext("/api/v1/alerts", exchange -> answer(exchange, 200, """
                    [{"id": "00", "at": "2026-01-01T09:30:00Z", "subject": "The relay main took 80 of 100 messages today",
                      "text": "Mail waits once it is used up. Add another relay, or a larger allowance."}]"""));
            server.createContext("/api/v1/keys", Neighbourhood::keys);
            server.start();
            return server;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void keys(HttpExchange exchange) throws IOException {
        var domain = exchange.getRequestURI().getPath().replaceFirst("^/api/v1/keys/?", "");
        if (exchange.getRequestMethod().equals("POST")) {
            var made = JsonMapper.shared()
                    .readTree(exchange.getRequestBody())
                    .path("domain")
                    .asString();
            SIGNED.add(made);
            answer(exchange, 201, keysOf(made));
        } else if (domain.isEmpty()) {
            answer(
                    exchange,
                    200,
                    SIGNED.stream()
                            .map("{\"domain\": \"%s\"}"::formatted)
                            .collect(Collectors.joining(", ", "{\"domains\": [", "]}")));
        } else if (SIGNED.contains(domain)) {
            answer(exchange, 200, keysOf(domain));
        } else {
            answer(exchange, 404, "{}");
        }
    }

    private static String keysOf(String domain) {
        return """
                {"domain": "%1$s", "active": "20260101", "pairs": [{"selector": "20260101", "active": true, "keys": [
                  {"record": {"name": "20260101-rsa._domainkey.%1$s", "value": "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQ"}},
                  {"record": {"name": "20260101-ed25519._domainkey.%1$s", "value": "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS"}}
                ]}]}""".formatted(domain);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var trusted = exchange.getRequestURI().getPath().equals("/well")
                    || ("Bearer " + TestSecrets.TOKEN)
                            .equals(exchange.getRequestHeaders().getFirst("Authorization"));
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(trusted ? status : 401, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
