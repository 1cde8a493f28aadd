package dev.postern.ingest.relayevents;

import dev.postern.common.mail.Envelope;
import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.ReversePath;
import dev.postern.ingest.body.BodyReader;
import dev.postern.ingest.body.Reading;
import dev.postern.ingest.deadline.Deadline;
import dev.postern.ingest.receipts.Database;
import dev.postern.ingest.relayevents.RelayEvents.Unreported;
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
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells senders what a relay told us. A report is taken off the list once Postfix has it; should this process end in between, it
 * goes out again under the same delivery key, and the mailbox drops it.
 */
@Component
final class ReportFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ReportFailures.class);
    private static final int AT_A_TIME = 50;

    private final RelayEvents events;
    private final BodyReader bodies;
    private final SmtpClient postfix;
    private final Database database;
    private final EventSettings settings;

    ReportFailures(
            RelayEvents events, BodyReader bodies, SmtpClient postfix, Database database, EventSettings settings) {
        this.events = events;
        this.bodies = bodies;
        this.postfix = postfix;
        this.database = database;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 5000, fixedDelay = 5000)
    void report() throws InterruptedException {
        if (!database.isUp()) {
            return;
        }
        try {
            for (var failure : events.unreported(AT_A_TIME)) {
                if (isTold(failure)) {
                    events.reported(failure.id());
                }
            }
        } catch (DataAccessException away) {
            database.missed(away);
        }
    }

    private boolean isTold(Unreported failure) throws InterruptedException {
        var deadline = Deadline.in(Duration.ofSeconds(25));
        var bytes = Report.about(failure, settings.hostname());
        var reading = bodies.read(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length), deadline);
        if (!(reading instanceof Reading.Complete(var body))) {
            return false;
        }
        try (body) {
            var envelope = new Envelope(new ReversePath.Null(), MailAddress.parse(failure.login()));
            var key = "X-Postern-Delivery-Key: " + failure.id();
            var outcome =
                    postfix.send(new OutgoingMessage(envelope, ClientIdentity.UNKNOWN, List.of(key), body), deadline);
            return isDone(outcome, failure);
        }
    }

    /** What Postfix refuses for good, such as a mailbox that is gone, is not tried again. */
    private static boolean isDone(HandOver outcome, Unreported failure) {
        if (outcome instanceof HandOver.Answered(var step, var reply) && reply.code() >= 500) {
            LOG.warn("{} could not be told about {}: {} at {}", failure.login(), failure.recipient(), reply, step);
            return true;
        }
        return outcome instanceof HandOver.Done;
    }
}
