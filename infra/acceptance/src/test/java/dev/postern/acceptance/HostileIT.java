package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Slow, stalled and ill-willed neighbours: a clear answer in time, bounded memory, and everybody else is served. */
class HostileIT {

    private static final String SENDER = "somebody@sender.example";

    private final Platform platform = Platform.get();

    @AfterEach
    void othersAreStillServed() {
        var mailbox = platform.newMailbox();
        var message = aMessage();
        assertThat(platform.worker()
                        .send(SENDER, mailbox.address(), message.bytes())
                        .kind())
                .isEqualTo("accept");
        mailbox.messageWith(message.marker());
        assertThat(Component.MAIL_INGEST.inspect("{{.RestartCount}} {{.State.OOMKilled}}"))
                .endsWith(" false");
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTFIX", "RSPAMD", "CLAMAV"})
    @Timeout(90)
    void a_stalled_component_gives_a_temporary_answer_in_time(Component stalled) throws IOException {
        var mailbox = platform.newMailbox();
        var message = aMessage();
        stalled.stall();
        try {
            var signed = platform.ingest().sign(SENDER, mailbox.address(), message.bytes());
            var asked = System.nanoTime();
            var answer = platform.ingest().send(signed);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(31));
        } finally {
            stalled.goOn();
        }
        stalled.awaitHealthy();

        assertThat(platform.ingest()
                        .send(SENDER, mailbox.address(), message.again().bytes())
                        .statusCode())
                .isEqualTo(200);
        mailbox.messageWith(message.marker());
    }

    @Test
    @Timeout(90)
    void a_client_that_sends_one_byte_a_second_is_answered_and_closed() throws Exception {
        var message = aMessage().filledTo(50_000);
        var mailbox = platform.newMailbox();
        var signed = platform.ingest().sign(SENDER, mailbox.address(), message.bytes());
        try (var socket = connect()) {
            socket.getOutputStream()
                    .write(requestHead(signed, message.bytes().length).getBytes(US_ASCII));
            var drip = Thread.startVirtualThread(() -> {
                try {
                    for (byte octet : signed.body().bytes) {
                        socket.getOutputStream().write(octet);
                        Thread.sleep(1000);
                    }
                } catch (IOException | InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(platform.ingest()
                            .send(SENDER, mailbox.address(), aMessage().bytes())
                            .statusCode())
                    .isEqualTo(200);

            var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 ").containsPattern("^HTTP/1.1 (408|503) ");
            drip.interrupt();
        }
        assertThat(mailbox.messagesWith(message.marker(), "INBOX")).isEmpty();
    }

    @Test
    void a_megabyte_of_headers_is_refused() throws IOException {
        try (var socket = connect()) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write("POST /v1/messages HTTP/1.1\r\nHost: ingest\r\nPostern-Mail-From: ".getBytes(US_ASCII));
            try {
                for (int piece = 0; piece < 1024; piece++) {
                    out.write("x".repeat(1024).getBytes(US_ASCII));
                }
            } catch (IOException closedEarly) {
                assertThat(closedEarly).isNotNull();
                return;
            }
            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .isIn("HTTP/1.1 400", "HTTP/1.1 431");
        }
    }

    @Test
    void garbage_in_signed_headers_is_a_clear_refusal() throws IOException {
        var mailbox = platform.newMailbox();
        for (var garbage :
                new String[] {"%", "%zz", "%C3%28", "a%00b@c", "@", "\"", "()", "x".repeat(5000), "%E2%80%AE@x"}) {
            for (var header : new String[] {
                "postern-mail-from",
                "postern-rcpt-to",
                "postern-trace-id",
                "signature-input",
                "signature",
                "content-digest"
            }) {
                var signed = platform.ingest()
                        .sign(SENDER, mailbox.address(), aMessage().bytes())
                        .with(header, garbage);
                assertThat(platform.ingest().send(signed).statusCode())
                        .as("%s: %s", header, garbage)
                        .isBetween(400, 431);
            }
        }
        assertThat(mailbox.allMessages("INBOX")).isEmpty();
    }

    @Test
    void signed_garbage_in_the_envelope_is_never_an_accident() throws IOException {
        for (var recipient : new String[] {
            "",
            "@",
            "no-at-sign",
            "a\u0000b@test.example",
            "a\r\nRCPT TO:<x@y>@test.example",
            "x".repeat(400) + "@test.example"
        }) {
            var answer = platform.ingest().send(SENDER, recipient, aMessage().bytes());
            assertThat(answer.statusCode()).as(recipient).isIn(400, 422);
        }
    }

    @Test
    @Timeout(180)
    void ten_thousand_idle_connections_do_not_keep_others_out() throws IOException {
        var flood = new ProcessBuilder(
                        "docker",
                        "run",
                        "--rm",
                        "-i",
                        "--network",
                        "postern-test_edge",
                        "-v",
                        Path.of("target/classes").toAbsolutePath() + ":/classes:ro",
                        "postern/java:dev",
                        "java",
                        "-cp",
                        "/classes",
                        "dev.postern.flood.IdleConnections",
                        "mail-ingest",
                        "8080",
                        "10000")
                .start();
        try (var said = flood.inputReader()) {
            assertThat(said.readLine()).startsWith("open ");
            var mailbox = platform.newMailbox();
            var message = aMessage();
            // As a sending server does, which is told to try again while all places are taken.
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> platform.worker()
                            .send(SENDER, mailbox.address(), message.bytes())
                            .kind()
                            .equals("accept"));
        } finally {
            flood.getOutputStream().close();
        }
    }

    @Test
    @Timeout(180)
    void many_large_messages_at_once_wait_instead_of_using_up_the_filters_memory() throws Exception {
        var mailbox = platform.newMailbox();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 48)
                    .mapToObj(_ -> aMessage().filledWithWordsTo(1_000_000))
                    .map(message -> senders.submit(() -> {
                        await().atMost(Duration.ofMinutes(2)).until(() -> isTaken(mailbox, message));
                        return message.marker();
                    }))
                    .toList();
            for (var answer : answers) {
                mailbox.messageWith(answer.get());
            }
        }
        assertThat(Component.RSPAMD.killedForMemory()).isZero();
    }

    /** Otherwise told to come again, and nothing worse. */
    private boolean isTaken(Mailbox mailbox, MessageBuilder message) throws IOException {
        int status = platform.ingest()
                .send(SENDER, mailbox.address(), message.again().bytes())
                .statusCode();
        assertThat(status).isIn(200, 429);
        return status == 200;
    }

    private Socket connect() throws IOException {
        var uri = URI.create(platform.info().ingest().url());
        var socket = new Socket();
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), 20_000);
        return socket;
    }

    private static String requestHead(IngestClient.Signed signed, int length) {
        var head =
                new StringBuilder("POST /v1/messages HTTP/1.1\r\nHost: ingest\r\nContent-Length: " + length + "\r\n");
        signed.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }
}
