package dev.postern.ingest.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.ingest.deadline.Deadline;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.Replies;
import dev.postern.ingest.support.ScriptedSmtpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What a next hop can do to us, at every step of the dialogue. */
@Timeout(60)
class SmtpClientFailureTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private ScriptedSmtpServer server;
    private SmtpClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
        client = new SmtpClient(settings(server.port(), 1), metrics);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    static SmtpSettings settings(int port, int maxConnections) {
        return new SmtpSettings(
                "127.0.0.1",
                port,
                "mail-ingest",
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                maxConnections,
                Duration.ofMinutes(1),
                Duration.ofSeconds(5));
    }

    @Test
    void noticesThatNobodyListens() throws Exception {
        server.close();
        assertThat(send(Mails.aMail())).isInstanceOf(HandOver.Broken.class);
        assertThat(stepOf(send(Mails.aMail()))).isEqualTo(Step.CONNECT);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = Mode.EXCLUDE, names = "CONNECT")
    void noticesAtEachStepThatTheConnectionBroke(Step step) throws Exception {
        server.resetOnce(verb(step));
        // A reset may come before the connection is known to stand.
        assertThat(stepOf(send(Mails.aMail()))).isIn(step, step == Step.GREETING ? Step.CONNECT : step);
        server.hangUpOnce(verb(step), "");
        assertThat(stepOf(send(Mails.aMail()))).isEqualTo(step);
        assertThat(server.messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = Mode.EXCLUDE, names = "CONNECT")
    void waitsForNoStepForever(Step step) throws Exception {
        server.stallOnce(verb(step));
        assertThat(stepOf(send(Mails.aMail().answeredWithin(Duration.ofMillis(700)))))
                .isEqualTo(step);
        assertThat(server.messages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = Mode.EXCLUDE, names = "CONNECT")
    void tellsAtEachStepWhatTheServerSaid(Step step) throws Exception {
        for (var line : new String[] {"421 4.3.2 going down", "450 4.1.1 later", "550 5.1.1 never", "503 5.5.1 what"}) {
            server.once(verb(step), line);
            assertThat(send(Mails.aMail())).isEqualTo(new HandOver.Answered(step, Replies.reply(line)));
        }
        assertThat(server.messages()).isEmpty();
        assertThat(send(Mails.aMail())).isInstanceOf(HandOver.Done.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request", "", "25", "250-goes on\r\n251 otherwise", "999 9.9.9 nothing"})
    void takesNoGarbageForAnAnswer(String garbage) throws Exception {
        server.once("RCPT", garbage + "\r\n");
        assertThat(send(Mails.aMail())).isInstanceOf(HandOver.Broken.class);
        server.once("END", garbage + "\r\n");
        assertThat(stepOf(send(Mails.aMail()))).isEqualTo(Step.END_OF_DATA);
    }

    @Test
    void readsNoReplyWithoutEnd() throws Exception {
        server.once("MAIL", "250 " + "x".repeat(100_000));
        assertThat(stepOf(send(Mails.aMail()))).isEqualTo(Step.MAIL);
        server.once("MAIL", "250-x\r\n".repeat(1000) + "250 x");
        assertThat(stepOf(send(Mails.aMail()))).isEqualTo(Step.MAIL);
    }

    /** As our Postfix does: it allows one error in a connection. */
    @ParameterizedTest
    @CsvSource({
        "MAIL, 552 5.3.4 Message size exceeds fixed limit",
        "RCPT, 550 5.1.1 User unknown",
        "RCPT, 450 4.1.1 Try again",
        "DATA, 554 5.5.1 No valid recipients"
    })
    void believesARefusalAlsoWhenTheServerHangsUpBehindIt(Step step, String line) throws Exception {
        var expected = new HandOver.Answered(step, Replies.reply(line));
        server.hangUpOnce(verb(step), line + "\r\n421 4.7.0 test Error: too many errors");
        assertThat(send(Mails.aMail())).isEqualTo(expected);
        server.hangUpOnce(verb(step), line);
        assertThat(send(Mails.aMail())).isEqualTo(expected);
        assertThat(send(Mails.aMail())).isInstanceOf(HandOver.Done.class);
        assertThat(server.connections()).isEqualTo(3);
        assertThat(replaced()).isZero();
    }

    /** RFC 2920 §3.1: a server may even ask for the message although it took no recipient. */
    @Test
    void beginsAnewAfterARefusal() throws Exception {
        server.once("RCPT", "550 5.1.1 no");
        assertThat(send(Mails.aMail())).isEqualTo(new HandOver.Answered(Step.RCPT, Replies.reply("550 5.1.1 no")));
        assertThat(send(Mails.aMail())).isInstanceOf(HandOver.Done.class);
        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void replacesARestingConnectionThatDied() throws Exception {
        send(Mails.aMail());
        server.dropConnections();
        assertThat(send(Mails.aMail())).isInstanceOf(HandOver.Done.class);
        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.messages()).hasSize(2);
        assertThat(replaced()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"MAIL", "RCPT", "DATA"})
    void triesAgainWhenARestingConnectionEndsBeforeTheMessageDoes(Step step) throws Exception {
        send(Mails.aMail());
        server.hangUpOnce(verb(step), "421 4.4.2 timeout exceeded");
        assertThat(send(Mails.aMail())).isInstanceOf(HandOver.Done.class);
        assertThat(server.messages()).hasSize(2);
    }

    @Test
    void neverSendsTwiceWhatTheServerMayHave() throws Exception {
        send(Mails.aMail());
        server.resetOnce("END");
        assertThat(stepOf(send(Mails.aMail()))).isEqualTo(Step.END_OF_DATA);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.commands().stream().filter("DATA"::equals)).hasSize(2);
    }

    @Test
    void doesNotWaitTwiceForAServerThatIsSlow() throws Exception {
        send(Mails.aMail());
        server.stallOnce("MAIL");
        assertThat(stepOf(send(Mails.aMail()))).isEqualTo(Step.MAIL);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void givesUpAServerThatReadsNoMore() throws Exception {
        server.deafOnce();
        var large = Mails.aMail().body(new byte[20_000_000]).answeredWithin(Duration.ofMillis(700));
        assertThat(stepOf(send(large))).isEqualTo(Step.DATA);
    }

    @Test
    void waitsForAConnectionOnlyAsLongAsThereIsTime() throws Exception {
        server.stallOnce("END");
        var busy = CompletableFuture.supplyAsync(() -> quietly(Mails.aMail()));
        await().until(() -> server.commands().contains("DATA"));
        assertThat(gauge("active")).isEqualTo(1);
        assertThat(send(Mails.aMail().answeredWithin(Duration.ofMillis(20)))).isEqualTo(new HandOver.NoConnection());
        server.dropConnections();
        assertThat(stepOf(busy.get())).isEqualTo(Step.END_OF_DATA);
        assertThat(send(Mails.aMail())).isInstanceOf(HandOver.Done.class);
        assertThat(gauge("active")).isZero();
        assertThat(gauge("idle")).isEqualTo(1);
    }

    private HandOver send(Mails mail) throws InterruptedException {
        var inbound = mail.inbound();
        return client.send(mail.outgoing(), inbound.deadline());
    }

    private HandOver quietly(Mails mail) {
        try {
            return client.send(mail.outgoing(), Deadline.in(Duration.ofSeconds(30)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Step stepOf(HandOver ending) {
        assertThat(ending).isInstanceOf(HandOver.Broken.class);
        return ((HandOver.Broken) ending).step();
    }

    private static String verb(Step step) {
        return step == Step.END_OF_DATA ? "END" : step.name().toUpperCase(Locale.ROOT);
    }

    private double replaced() {
        return metrics.get("postern.ingest.smtp.connections.replaced").counter().count();
    }

    private double gauge(String state) {
        return metrics.get("postern.ingest.smtp.connections")
                .tag("state", state)
                .gauge()
                .value();
    }
}
