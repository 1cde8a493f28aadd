package dev.postern.ingest.submission;

import dev.postern.common.mail.DomainName;
import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.MalformedAddress;
import dev.postern.ingest.alerts.Alerts;
import dev.postern.ingest.submission.Verdict.Ground;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Whether a message may be sent by whoever sends it: its author must be he, and he must not have sent too much. A stolen
 * password is not to empty the relay's allowance, nor to write under the names of others.
 */
@Service
class JudgeSubmission {

    private static final Logger LOG = LoggerFactory.getLogger(JudgeSubmission.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Senders senders;
    private final SentMessages sent;
    private final Alerts alerts;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    JudgeSubmission(Senders senders, SentMessages sent, Alerts alerts, InstantSource clock, MeterRegistry metrics) {
        this.senders = senders;
        this.sent = sent;
        this.alerts = alerts;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** One at a time: two messages at once must not both find that there is room for one more. */
    synchronized Verdict apply(Submission submission) {
        var verdict = authorship(submission).or(() -> volume(submission)).orElseGet(() -> accept(submission));
        count(submission, verdict);
        return verdict;
    }

    private Optional<Verdict> authorship(Submission submission) {
        if (submission.fromFields() != 1 || submission.authors().isEmpty()) {
            return refuse(
                    Ground.NO_AUTHOR,
                    "a message has exactly one From field with an address in it; this one has %d with %d addresses"
                            .formatted(
                                    submission.fromFields(),
                                    submission.authors().size()));
        }
        return submission.authors().stream()
                .filter(author -> !isHis(submission.login(), author))
                .findFirst()
                .flatMap(author -> refuse(
                        Ground.FOREIGN_AUTHOR,
                        "%s may not write as %s; choose one of your own addresses as the sender"
                                .formatted(submission.login(), author)));
    }

    private boolean isHis(String login, String author) {
        try {
            return senders.mayUse(login, MailAddress.parse(author));
        } catch (MalformedAddress notEvenAnAddress) {
            return false;
        }
    }

    private Optional<Verdict> volume(Submission submission) {
        var now = clock.instant();
        int recipients = submission.recipients().size();
        var login = submission.login();
        var domain = domainOf(submission);
        return senders.limitsOfMailbox(login)
                .exceededBy(recipients, sent.byMailbox(login, now, HOUR), sent.byMailbox(login, now, DAY))
                .map(limit -> later(Ground.MAILBOX_LIMIT, login, limit))
                .or(() -> senders.limitsOfDomain(domain)
                        .exceededBy(recipients, sent.byDomain(domain, now, HOUR), sent.byDomain(domain, now, DAY))
                        .map(limit -> later(Ground.DOMAIN_LIMIT, domain.ascii(), limit)));
    }

    private Verdict accept(Submission submission) {
        Instant now = clock.instant();
        sent.add(submission, domainOf(submission), now);
        return new Verdict.Send();
    }

    private static DomainName domainOf(Submission submission) {
        return MailAddress.parse(submission.login()).domain();
    }

    private static Optional<Verdict> refuse(Ground ground, String text) {
        return Optional.of(new Verdict.Refuse(ground, text));
    }

    /** A limit is seldom reached by people: the password may be stolen. */
    private Verdict later(Ground ground, String who, String limit) {
        alerts.raise("sending_limit", "%s has reached a sending limit".formatted(who), """
                %s has sent as much as it may (%s), and is told to try again later. If nobody there meant to send that much, \
                a password is stolen: change it now, and look at what was sent. If it was meant, raise the limit: PUT \
                /api/v1/mailboxes/ADDRESS/sending or /api/v1/domains/DOMAIN/sending.""".formatted(who, limit));
        return new Verdict.Later(
                ground,
                "%s has sent as much as it may (%s); try again later or ask the operator".formatted(who, limit));
    }

    private void count(Submission submission, Verdict verdict) {
        var outcome = switch (verdict) {
            case Verdict.Send send -> "sent";
            case Verdict.Refuse refusal -> refusal.ground().tag();
            case Verdict.Later delay -> delay.ground().tag();
        };
        metrics.counter("postern.ingest.submissions", "outcome", outcome).increment();
        if (!(verdict instanceof Verdict.Send)) {
            LOG.warn("Not sent for {}: {} ({})", submission.login(), outcome, submission.queueId());
        }
    }
}
