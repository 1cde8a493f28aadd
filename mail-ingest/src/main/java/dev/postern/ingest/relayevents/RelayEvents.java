package dev.postern.ingest.relayevents;

import static dev.postern.ingest.database.Columns.cut;
import static dev.postern.ingest.database.Columns.instant;
import static dev.postern.ingest.database.Columns.text;
import static dev.postern.ingest.database.Columns.utc;

import dev.postern.common.mail.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code relay_event} and {@code suppression}; also corrects the journal, which had the message as sent. */
@Component
class RelayEvents {

    private static final int MAX_TEXT = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RelayEvents(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** All of them or none, so that the relay sends again what was not taken down. What came before is passed over. */
    void take(String relay, List<RelayEvent> events, Instant now) {
        transaction.executeWithoutResult(_ -> events.forEach(event -> take(relay, event, now)));
    }

    private void take(String relay, RelayEvent event, Instant now) {
        var queueId = queueIdOf(event);
        if (!add(relay, event, queueId)) {
            return;
        }
        if (event.kind().failed() && !queueId.isEmpty()) {
            correctJournal(event, queueId, now);
        }
        if (event.kind().suppresses()) {
            suppress(event, now);
        }
    }

    /** By the name that the relay gave it, or by its Message-ID where that was left as it was. */
    private String queueIdOf(RelayEvent event) {
        return jdbc.sql("""
                        SELECT d.queue_id FROM delivery d WHERE d.recipient = :recipient AND d.remote_id = :relayId AND :relayId <> ''
                        UNION ALL
                        SELECT m.queue_id FROM sent_message m WHERE m.message_id = :messageId AND :messageId <> ''
                        LIMIT 1
                        """)
                .param("recipient", event.recipient())
                .param("relayId", event.relayId())
                .param("messageId", event.messageId())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private boolean add(String relay, RelayEvent event, String queueId) {
        return jdbc.sql("""
                        INSERT IGNORE INTO relay_event (id, relay, kind, at, recipient, queue_id, message_id, status, reason, to_report)
                        VALUES (:id, :relay, :kind, :at, :recipient, :queueId, :messageId, :status, :reason, :toReport)
                        """)
                        .param("id", event.id().bytes())
                        .param("relay", relay)
                        .param("kind", event.kind().tag())
                        .param("at", utc(event.at()))
                        .param("recipient", cut(event.recipient(), 320))
                        .param("queueId", queueId)
                        .param("messageId", cut(event.messageId(), 500))
                        .param("status", cut(event.status(), 11))
                        .param("reason", cut(event.reason(), MAX_TEXT))
                        .param("toReport", event.kind().failed() && !queueId.isEmpty())
                        .update()
                > 0;
    }

    /** Postfix's log may not have been read so far: then this is what is known first. */
    private void correctJournal(RelayEvent event, String queueId, Instant now) {
        jdbc.sql("""
                        INSERT INTO delivery (queue_id, recipient, state, service, relay, dsn, reply, tries, first_at, last_at)
                        VALUES (:queueId, :recipient, 'bounced', 'relay', 'none', :dsn, :reply, 0, :now, :now)
                        ON DUPLICATE KEY UPDATE state = 'bounced', dsn = :dsn, reply = :reply, last_at = :now
                        """)
                .param("dsn", event.status().isEmpty() ? "5.0.0" : cut(event.status(), 11))
                .param(
                        "reply",
                        cut("the relay says: %s. %s".formatted(event.kind().tag(), event.reason()), MAX_TEXT))
                .param("now", utc(now))
                .param("queueId", queueId)
                .param("recipient", event.recipient())
                .update();
    }

    private void suppress(RelayEvent event, Instant now) {
        jdbc.sql("INSERT IGNORE INTO suppression (recipient, since, reason) VALUES (:recipient, :since, :reason)")
                .param("recipient", cut(event.recipient(), 254))
                .param("since", utc(now))
                .param("reason", cut("%s: %s".formatted(event.kind().tag(), event.reason()), 500))
                .update();
    }

    /** A failure whose sender was not told yet. */
    record Unreported(
            Sha256 id,
            Instant at,
            String recipient,
            String messageId,
            String status,
            String reason,
            String login,
            Instant sentAt) {}

    List<Unreported> unreported(int most) {
        return jdbc.sql("""
                        SELECT e.id, e.at, e.recipient, e.message_id, e.status, e.reason, m.login, m.accepted_at
                        FROM relay_event e JOIN sent_message m ON m.queue_id = e.queue_id
                        WHERE e.to_report ORDER BY e.at LIMIT :most""")
                .param("most", most)
                .query((row, _) -> unreported(row))
                .list();
    }

    void reported(Sha256 id) {
        jdbc.sql("UPDATE relay_event SET to_report = FALSE WHERE id = :id")
                .param("id", id.bytes())
                .update();
    }

    private static Unreported unreported(ResultSet row) throws SQLException {
        return new Unreported(
                Sha256.fromBytes(Objects.requireNonNull(row.getBytes("id"))),
                instant(row, "at"),
                text(row, "recipient"),
                text(row, "message_id"),
                text(row, "status"),
                text(row, "reason"),
                text(row, "login"),
                instant(row, "accepted_at"));
    }
}
