package dev.postern.ingest.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.smtp.SmtpClient;
import dev.postern.ingest.smtp.SmtpSettings;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.Replies;
import dev.postern.ingest.support.ScriptedSmtpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The port {@link MailTransport} against an SMTP server. */
@Timeout(60)
class SmtpTransportTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private ScriptedSmtpServer server;
    private AnnotationConfigApplicationContext context;
    private SmtpTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedSmtpServer();
        context = new AnnotationConfigApplicationContext();
        context.registerBean(MeterRegistry.class, () -> metrics);
        context.registerBean(SmtpSettings.class, this::settings);
        context.register(SmtpClient.class);
        context.refresh();
        transport = new SmtpTransport(context.getBean(SmtpClient.class), metrics);
    }

    @AfterEach
    void stop() {
        context.close();
        server.close();
    }

    /** A key or trace id that came with the message stands below ours. */
    @Test
    void putsItsHeadersOnTopOfEverything() {
        var mail = Mails.aMail()
                .body("X-Postern-Delivery-Key: forged\r\n folded\r\n\r\nhello\r\n")
                .inbound();
        assertThat(transport.send(mail)).isEqualTo(Replies.accepted());
        assertThat(received())
                .isEqualTo("X-Postern-Delivery-Key: %s\r\nX-Postern-Trace-Id: %s\r\n"
                                .formatted(mail.deliveryKey(), mail.traceId())
                        + "X-Postern-Delivery-Key: forged\r\n folded\r\n\r\nhello\r\n");
        assertThat(mail.deliveryKey().toString()).matches("[0-9a-f]{64}");
    }

    @Test
    void tellsWhatInTheMessageIsNotMail() {
        transport.send(Mails.aMail().body("Subject: x\n\na\rb\0").inbound());
        assertThat(received()).contains("\r\nX-Postern-Not-Mail: bare-lf, bare-cr, nul\r\nSubject: x\r\n");
    }

    /** A first line that looks like the continuation of a header continues none of ours that counts. */
    @Test
    void letsNoMessageContinueTheKey() {
        var mail = Mails.aMail().body(" continued\r\n\r\nhello\r\n").inbound();
        transport.send(mail);
        assertThat(received()).startsWith("X-Postern-Delivery-Key: " + mail.deliveryKey() + "\r\nX-Postern-Trace-Id: ");
    }

    @Test
    void judgesWhatTheServerSays() {
        server.once("RCPT", "550 5.1.1 no such user");
        assertThat(transport.send(Mails.aMail().inbound())).isEqualTo(Replies.refused("550 5.1.1 no such user"));
        server.once("END", "451 4.7.1 scanner unavailable");
        assertThat(transport.send(Mails.aMail().inbound()).reason()).isEqualTo(Reason.NEXT_HOP_BUSY);
        server.stallOnce("END");
        var hurried = Mails.aMail().answeredWithin(Duration.ofMillis(300)).inbound();
        assertThat(transport.send(hurried).reason()).isEqualTo(Reason.UNCONFIRMED);
        server.close();
        assertThat(transport.send(Mails.aMail().inbound()).reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(metrics.get("postern.ingest.handover.duration").timer().count())
                .isEqualTo(4);
    }

    @Test
    void endsWithoutARefusalWhenTheServiceStops() {
        Thread.currentThread().interrupt();
        assertThat(transport.send(Mails.aMail().inbound()).reason()).isEqualTo(Reason.FAULT);
        assertThat(Thread.interrupted()).isTrue();
    }

    private String received() {
        assertThat(server.messages()).hasSize(1);
        return new String(server.messages().getFirst(), ISO_8859_1);
    }

    private SmtpSettings settings() {
        var second = Duration.ofSeconds(1);
        return new SmtpSettings("127.0.0.1", server.port(), "mail-ingest", second, second, 2, second, second);
    }
}
