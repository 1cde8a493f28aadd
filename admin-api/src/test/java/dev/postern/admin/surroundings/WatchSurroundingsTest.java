package dev.postern.admin.surroundings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.postern.common.mail.DomainName;
import dev.postern.common.testing.TestSecrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WatchSurroundingsTest {

    private static final DomainName DOMAIN = DomainName.parse("example.org");

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private HttpServer neighbour;

    @BeforeEach
    void start() throws IOException {
        neighbour = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbour.createContext("/", exchange -> {
            try (exchange) {
                var answer = answers.get(exchange.getRequestURI().getPath());
                var body = Objects.requireNonNullElse(answer, "").getBytes(UTF_8);
                exchange.sendResponseHeaders(answer == null ? 503 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        neighbour.start();
    }

    @AfterEach
    void stop() {
        neighbour.stop(0);
    }

    @Test
    void tellsSinceWhenAComponentDoesNotWork() {
        var watch = watch();
        answers.put("/well", "{}");
        look(watch, 0);
        assertThat(watch.latest().broken()).isEmpty();

        answers.remove("/well");
        look(watch, 15);
        look(watch, 30);

        assertThat(watch.latest().broken())
                .containsExactly(new ComponentState("postfix", false, Instant.parse("2026-01-01T10:00:15Z")));
        answers.put("/well", "{}");
        look(watch, 45);
        assertThat(watch.latest().broken()).isEmpty();
    }

    @Test
    void takesAPortForWorkingWhileItIsOpen() {
        var open = "tcp://127.0.0.1:%d".formatted(neighbour.getAddress().getPort());
        var watch = watch(Map.of("roundcube", URI.create(open)));
        look(watch, 0);
        assertThat(watch.latest().broken()).isEmpty();

        neighbour.stop(0);
        look(watch, 15);

        assertThat(watch.latest().broken()).extracting(ComponentState::name).containsExactly("roundcube");
    }

    @Test
    void tellsWhatTheOthersKnow() {
        answers.put("/api/v1/traffic", """
                {"since": "2026-01-01T00:00:00Z", "accepted": 3, "refused": 2, "deferred": 1, "sent": 4, "later": true}""");
        answers.put(
                "/api/v1/alerts",
                "[{\"id\": \"1\", \"at\": \"2026-01-01T00:00:00Z\", \"subject\": \"s\", \"text\": \"t\"}]");
        answers.put("/api/v1/keys", "{\"domains\": [{\"domain\": \"example.net\"}]}");
        var watch = watch();

        look(watch, 0);

        var seen = watch.latest();
        assertThat(seen.traffic()).contains(new Traffic(Instant.parse("2026-01-01T00:00:00Z"), 3, 2, 1, 4));
        assertThat(seen.alerts().orElseThrow()).extracting(Alert::subject).containsExactly("s");
        assertThat(seen.signed()).contains(Set.of(DomainName.parse("example.net")));
        assertThat(seen.leavesUnsigned(DOMAIN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"since\": 1", "{\"domains\": [{}]}"})
    void knowsNothingOfWhatItCannotRead(String answer) {
        for (var path : new String[] {"/api/v1/traffic", "/api/v1/alerts", "/api/v1/keys"}) {
            answers.put(path, answer);
        }
        var watch = watch();

        look(watch, 0);

        assertThat(watch.latest().traffic()).isEmpty();
        assertThat(watch.latest().leavesUnsigned(DOMAIN)).isFalse();
    }

    private void look(WatchSurroundings watch, int second) {
        now = Instant.parse("2026-01-01T10:00:00Z").plusSeconds(second);
        watch.look();
    }

    private WatchSurroundings watch() {
        return watch(Map.of("postfix", place().resolve("/well")));
    }

    private WatchSurroundings watch(Map<String, URI> components) {
        var settings = new SurroundingsSettings(
                Duration.ofSeconds(15),
                Duration.ofSeconds(5),
                TestSecrets.file("admin_token", TestSecrets.TOKEN),
                place(),
                place(),
                components);
        var neighbours = new Neighbours(settings);
        var json = JsonMapper.builder().findAndAddModules().build();
        return new WatchSurroundings(
                settings,
                neighbours,
                new IngestApi(neighbours, settings, json),
                new DkimKeys(neighbours, settings, json),
                () -> now);
    }

    private URI place() {
        return URI.create("http://127.0.0.1:" + neighbour.getAddress().getPort());
    }
}
