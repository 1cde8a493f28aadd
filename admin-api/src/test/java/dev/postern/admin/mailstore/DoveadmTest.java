package dev.postern.admin.mailstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postern.common.testing.TestSecrets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DoveadmTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<DoveadmCommand> WHO = List.of(new DoveadmCommand("who", Map.of()));

    private final CountDownLatch asked = new CountDownLatch(1);
    private HttpServer server;
    private volatile String request = "";
    private volatile String authorization = "";

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void sendsAllCommandsAtOnceWithTheKey() {
        answering(
                200,
                "[[\"doveadmResponse\",[{\"count\":\"2\"}],\"t\"],[\"error\",{\"type\":\"exitCode\",\"exitCode\":67},\"t\"]]");

        var replies = doveadm()
                .run(
                        PATIENCE,
                        List.of(
                                new DoveadmCommand("kick", Map.of("mask", List.of("a@b.example"))),
                                new DoveadmCommand("quotaGet", Map.of("user", "a@b.example"))));

        assertThat(request)
                .isEqualTo("[[\"kick\",{\"mask\":[\"a@b.example\"]},\"postern\"],"
                        + "[\"quotaGet\",{\"user\":\"a@b.example\"},\"postern\"]]");
        assertThat(authorization).isEqualTo("X-Dovecot-API dGhlIGtleQ==");
        assertThat(replies).hasSize(2);
        assertThat(replies.getFirst())
                .isInstanceOfSatisfying(
                        DoveadmReply.Rows.class,
                        done -> assertThat(done.rows().getFirst().path("count").asString())
                                .isEqualTo("2"));
        assertThat(replies.getLast())
                .isInstanceOfSatisfying(
                        DoveadmReply.Failed.class,
                        failed -> assertThat(failed.isForWhatIsNotThere()).isTrue());
    }

    /** Dovecot leaves the exit code of the command before in there. */
    @Test
    void takesACommandThatIsNotAllowedForNoMissingMailbox() {
        answering(200, "[[\"error\",{\"type\":\"unAuthorized\",\"exitCode\":67},\"t\"]]");

        assertThat(doveadm().run(PATIENCE, WHO).getFirst())
                .isInstanceOfSatisfying(
                        DoveadmReply.Failed.class,
                        failed -> assertThat(failed.isForWhatIsNotThere()).isFalse())
                .hasToString("unAuthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[]", "{}", "<html>", "null", "[[\"doveadmResponse\",[],\"t\"],[]]"})
    void believesNoAnswerThatIsNone(String body) {
        answering(200, body);

        assertThatThrownBy(() -> doveadm().run(PATIENCE, WHO)).isInstanceOf(DoveadmAway.class);
    }

    @Test
    void saysThatTheKeyIsWrong() {
        answering(401, "");

        assertThatThrownBy(() -> doveadm().run(PATIENCE, WHO)).hasMessageContaining("does not accept the key in ");
    }

    @Test
    void saysThatThereIsNoKey() {
        var settings = new MailStoreSettings(
                URI.create("http://127.0.0.1:1/"), Path.of("/nowhere/mail_store_key"), PATIENCE, PATIENCE, PATIENCE);

        assertThatThrownBy(() -> new Doveadm(settings, JsonMapper.shared()).run(PATIENCE, WHO))
                .isInstanceOf(DoveadmAway.class)
                .hasMessageContaining("/nowhere/mail_store_key");
    }

    @Test
    void saysWhatElseWasAnswered() {
        answering(500, "");

        assertThatThrownBy(() -> doveadm().run(PATIENCE, WHO)).hasMessageContaining("HTTP 500");
    }

    @Test
    void givesUpOnAServerThatDoesNotAnswer() throws InterruptedException {
        var never = new CountDownLatch(1);
        server.createContext("/", _ -> {
            asked.countDown();
            waitFor(never);
        });

        assertThatThrownBy(() -> doveadm().run(Duration.ofMillis(200), WHO)).hasMessageContaining("timed out");

        asked.await();
        never.countDown();
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        int port;
        try (var unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }

        assertThatThrownBy(() -> doveadm(port).run(PATIENCE, WHO))
                .isInstanceOf(DoveadmAway.class)
                .hasMessageContaining("does not answer at http://127.0.0.1:" + port);
    }

    private void answering(int status, String body) {
        server.createContext("/", exchange -> {
            request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            answer(exchange, status, body);
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Doveadm doveadm() {
        return doveadm(server.getAddress().getPort());
    }

    private static Doveadm doveadm(int port) {
        return new Doveadm(
                new MailStoreSettings(
                        URI.create("http://127.0.0.1:%d/doveadm/v1".formatted(port)),
                        TestSecrets.file("mail_store_key", "the key"),
                        Duration.ofSeconds(2),
                        PATIENCE,
                        PATIENCE),
                JsonMapper.shared());
    }
}
