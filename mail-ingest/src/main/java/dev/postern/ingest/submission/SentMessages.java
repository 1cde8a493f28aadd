package dev.postern.ingest.submission;

import static dev.postern.ingest.database.Columns.cut;
import static dev.postern.ingest.database.Columns.utc;

import dev.postern.common.mail.DomainName;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code sent_message}: what was accepted from people. */
@Component
class SentMessages {

    private static final int MAX_MESSAGE_ID = 500;

    private final JdbcClient jdbc;

    SentMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    SendingLimits.Sent byMailbox(String login, Instant now, Duration time) {
        return sent("login", login, now.minus(time));
    }

    SendingLimits.Sent byDomain(DomainName domain, Instant now, Duration time) {
        return sent("domain", domain.ascii(), now.minus(time));
    }

    void add(Submission submission, DomainName domain, Instant acceptedAt) {
        jdbc.sql("""
                        INSERT INTO sent_message
                            (accepted_at, queue_id, login, domain, reverse_path, author, message_id, size_bytes, recipients)
                        VALUES (:acceptedAt, :queueId, :login, :domain, :reversePath, :author, :messageId, :size, :recipients)
                        """)
                .param("acceptedAt", utc(acceptedAt))
                .param("queueId", submission.queueId())
                .param("login", submission.login())
                .param("domain", domain.ascii())
                .param("reversePath", submission.reversePath())
                .param("author", submission.authors().getFirst())
                .param("messageId", cut(submission.messageId(), MAX_MESSAGE_ID))
                .param("size", submission.size())
                .param("recipients", submission.recipients().size())
                .update();
    }

    private SendingLimits.Sent sent(String column, String value, Instant since) {
        return jdbc.sql("""
                        SELECT COUNT(*), COALESCE(SUM(recipients), 0) FROM sent_message
                        WHERE %s = :value AND accepted_at > :since""".formatted(column))
                .param("value", value)
                .param("since", utc(since))
                .query((row, _) -> new SendingLimits.Sent(row.getLong(1), row.getLong(2)))
                .single();
    }
}
