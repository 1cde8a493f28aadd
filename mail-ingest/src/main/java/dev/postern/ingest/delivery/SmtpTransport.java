package dev.postern.ingest.delivery;

import dev.postern.ingest.smtp.OutgoingMessage;
import dev.postern.ingest.smtp.SmtpClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands messages to Postfix. */
@Component
final class SmtpTransport implements MailTransport {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);

    private final SmtpClient client;
    private final Timer timer;

    SmtpTransport(SmtpClient client, MeterRegistry metrics) {
        this.client = client;
        this.timer = Timer.builder("postern.ingest.handover.duration")
                .description("From the wish for an SMTP connection to the end of the dialogue")
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(metrics);
    }

    @Override
    public DeliveryOutcome send(InboundMail mail) {
        var sample = Timer.start();
        try {
            var message = new OutgoingMessage(mail.envelope(), mail.client(), headersOnTop(mail), mail.body());
            var outcome = Judgement.of(client.send(message, mail.deadline()));
            complain(outcome);
            return outcome;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new DeliveryOutcome.Deferred(Reason.FAULT, Duration.ofSeconds(30), "The service is stopping.");
        } finally {
            sample.stop(timer);
        }
    }

    /** The key is first: nothing that a message begins with can be taken for a continuation of it. */
    private static List<String> headersOnTop(InboundMail mail) {
        var lines = new ArrayList<String>(3);
        lines.add(DeliveryKey.HEADER + ": " + mail.deliveryKey());
        lines.add("X-Postern-Trace-Id: " + mail.traceId());
        var oddities = mail.body().traits().oddities();
        if (!oddities.isEmpty()) {
            lines.add("X-Postern-Not-Mail: " + String.join(", ", oddities));
        }
        return lines;
    }

    private static void complain(DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Deferred deferred && deferred.reason() == Reason.MISUNDERSTOOD) {
            LOG.error("{} Mail waits at its senders until this is put right.", deferred.text());
        }
    }
}
