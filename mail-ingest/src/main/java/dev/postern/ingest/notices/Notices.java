package dev.postern.ingest.notices;

import dev.postern.common.mail.Envelope;
import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.ReversePath;
import dev.postern.common.mail.Sha256;
import dev.postern.ingest.body.BodyReader;
import dev.postern.ingest.body.Reading;
import dev.postern.ingest.deadline.Deadline;
import dev.postern.ingest.smtp.HandOver;
import dev.postern.ingest.smtp.OutgoingMessage;
import dev.postern.ingest.smtp.SmtpClient;
import dev.postern.ingest.trace.ClientIdentity;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands what this service writes to Postfix, as it does with what comes in. */
@Component
public class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final BodyReader bodies;
    private final SmtpClient postfix;

    Notices(BodyReader bodies, SmtpClient postfix) {
        this.bodies = bodies;
        this.postfix = postfix;
    }

    /**
     * Sends a message without a sender, so that nobody answers it.
     *
     * @param key should the same message be sent again under it, the mailbox drops it
     * @return whether that is done with, since Postfix has it or refuses it for good, such as for a mailbox that is gone
     */
    public boolean send(MailAddress recipient, Sha256 key, byte[] message) throws InterruptedException {
        var deadline = Deadline.in(PATIENCE);
        var reading = bodies.read(new ByteArrayInputStream(message), OptionalLong.of(message.length), deadline);
        if (!(reading instanceof Reading.Complete(var body))) {
            return false;
        }
        try (body) {
            var envelope = new Envelope(new ReversePath.Null(), recipient);
            var header = "X-Postern-Delivery-Key: " + key;
            return isDone(
                    postfix.send(
                            new OutgoingMessage(envelope, ClientIdentity.UNKNOWN, List.of(header), body), deadline),
                    recipient);
        }
    }

    private static boolean isDone(HandOver outcome, MailAddress recipient) {
        if (outcome instanceof HandOver.Answered(var step, var reply) && reply.code() >= 500) {
            LOG.warn("What was for {} is not taken: {} at {}", recipient, reply, step);
            return true;
        }
        return outcome instanceof HandOver.Done;
    }
}
