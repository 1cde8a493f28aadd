package dev.postern.ingest.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.deadline.Deadline;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.Replies;
import dev.postern.ingest.support.ScriptedSmtpServer;
import dev.postern.ingest.trace.ClientIdentity;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SmtpClientTest {

    private static final HandOver DONE = new HandOver.Done(Replies.QUEUED);
    private static final String BARE =
            "250-test\r\n250-SIZE\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 XCLIENT NAME ADDR HELO";

    private ScriptedSmtpServer server;
    private SmtpClient client;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
        client = new SmtpClient(SmtpClientFailureTest.settings(server.port(), 4), new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void handsOverInTheNameOfTheOutsideClient() throws Exception {
        var mail = Mails.aMail().headersOnTop("X-A: 1", "X-B: 2").body("Subject: x\r\n\r\n.dot\r\n");
        assertThat(send(mail)).isEqualTo(DONE);
        assertThat(server.commands())
                .containsExactly(
                        "EHLO mail-ingest",
                        "XCLIENT ADDR=203.0.113.7 NAME=[UNAVAILABLE] HELO=mail.sender.example",
                        "EHLO mail.sender.example",
                        "MAIL FROM:<ann@sender.example> SIZE=36",
                        "RCPT TO:<bob@example.net>",
                        "DATA");
        assertThat(received()).isEqualTo("X-A: 1\r\nX-B: 2\r\nSubject: x\r\n\r\n.dot\r\n");
    }

    @Test
    void carriesEveryOctetAsItIs() throws Exception {
        var bytes = new byte[2_000_000];
        new Random(7).nextBytes(bytes);
        var text = new String(bytes, ISO_8859_1).replaceAll("[\r\n]", ".\r\n") + "\r\n";
        assertThat(send(Mails.aMail().body(text.getBytes(ISO_8859_1)))).isEqualTo(DONE);
        assertThat(received().equals(text)).isTrue();
        assertThat(server.commands().get(3)).contains("BODY=8BITMIME");
    }

    /** The SIZE that is announced is the size that comes. */
    @Test
    void makesLineFeedsThatStandAloneToLineEndsAndCountsThem() throws Exception {
        assertThat(send(Mails.aMail().body("Subject: x\n\na\rb\0\nMAIL FROM:<x@y.example>\r\n")))
                .isEqualTo(DONE);
        var expected = "Subject: x\r\n\r\na\rb\0\r\nMAIL FROM:<x@y.example>\r\n";
        assertThat(received()).isEqualTo(expected);
        assertThat(server.commands()).contains("MAIL FROM:<ann@sender.example> SIZE=" + expected.length());
    }

    @Test
    void sendsBouncesWithTheNullReversePath() throws Exception {
        send(Mails.aMail().from(""));
        assertThat(server.commands().get(3)).startsWith("MAIL FROM:<> SIZE=");
    }

    @Test
    void asksForUtf8AddressesOnlyWhereThereAreSome() throws Exception {
        send(Mails.aMail().body("Subject: ü\r\n\r\nü\r\n"));
        send(Mails.aMail().to("jürgen@example.net"));
        send(Mails.aMail().from("jürgen@sender.example"));
        assertThat(server.commands().stream().filter(line -> line.startsWith("MAIL")))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("BODY=8BITMIME"),
                        second -> assertThat(second).endsWith(" SMTPUTF8"),
                        third -> assertThat(third).endsWith(" SMTPUTF8"));
    }

    @Test
    void greetsWithItsOwnNameWhereTheClientsIsUnknown() throws Exception {
        send(Mails.aMail().broughtBy(ClientIdentity.UNKNOWN));
        assertThat(server.commands().subList(0, 3))
                .containsExactly(
                        "EHLO mail-ingest",
                        "XCLIENT ADDR=0.0.0.0 NAME=[UNAVAILABLE] HELO=[UNAVAILABLE]",
                        "EHLO mail-ingest");
    }

    @Test
    void usesAConnectionAgainAndNamesAnotherClientOnIt() throws Exception {
        var first = Mails.clientAt("203.0.113.7", "one");
        var second = Mails.clientAt("203.0.113.8", "two");
        send(Mails.aMail().broughtBy(first));
        send(Mails.aMail().broughtBy(first));
        send(Mails.aMail().broughtBy(second));
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.messages()).hasSize(3);
        assertThat(server.commands().stream().filter(line -> line.startsWith("XCLIENT")))
                .hasSize(2)
                .last()
                .asString()
                .contains("203.0.113.8");
    }

    @Test
    void sendsTheEnvelopeInOneGoWhereTheServerCanReadItSo() throws Exception {
        server.answerGroupAtOnce("250 2.1.0 Ok", "250 2.1.5 Ok", "354 go on");
        assertThat(send(Mails.aMail())).isEqualTo(DONE);
        assertThat(server.messages()).hasSize(1);
    }

    @Test
    void waitsForEachReplyWhereTheServerCannot() throws Exception {
        server.once("EHLO", BARE).once("EHLO", BARE);
        server.answerGroupAtOnce("250 2.1.0 Ok", "250 2.1.5 Ok", "354 go on");
        assertThat(send(Mails.aMail())).isInstanceOf(HandOver.Broken.class);
        assertThat(server.commands()).doesNotContain("DATA");

        server.forget();
        server.once("EHLO", BARE).once("EHLO", BARE);
        assertThat(send(Mails.aMail())).isEqualTo(DONE);
    }

    @Test
    void understandsRepliesOfSeveralLines() throws Exception {
        server.once("END", "250-2.0.0 Ok:\r\n250 2.0.0 queued\tas 4ABC");
        assertThat(send(Mails.aMail())).isEqualTo(new HandOver.Done(Replies.reply("250 2.0.0 Ok: queued as 4ABC")));
    }

    @Test
    void saysWhichExtensionIsMissing() throws Exception {
        server.once("EHLO", "250 test");
        assertThat(send(Mails.aMail())).isEqualTo(new HandOver.Unsupported("XCLIENT"));
        server.once("EHLO", "250-test\r\n250 XCLIENT").once("EHLO", "250-test\r\n250 XCLIENT");
        assertThat(send(Mails.aMail().body("ü"))).isEqualTo(new HandOver.Unsupported("8BITMIME"));
        server.once("EHLO", "250-test\r\n250 XCLIENT").once("EHLO", "250-test\r\n250 XCLIENT");
        assertThat(send(Mails.aMail().to("ü@example.net"))).isEqualTo(new HandOver.Unsupported("SMTPUTF8"));
        assertThat(server.messages()).isEmpty();
    }

    /** It is put right by a restart of the server, and not of ours. */
    @Test
    void keepsNoConnectionToAServerThatLacksSomething() throws Exception {
        server.once("EHLO", "250 test");
        send(Mails.aMail());
        assertThat(send(Mails.aMail())).isEqualTo(DONE);
        assertThat(server.connections()).isEqualTo(2);
    }

    private HandOver send(Mails mail) throws InterruptedException {
        return client.send(mail.outgoing(), Deadline.in(Duration.ofSeconds(20)));
    }

    private String received() {
        assertThat(server.messages()).hasSize(1);
        return new String(server.messages().getFirst(), ISO_8859_1);
    }
}
