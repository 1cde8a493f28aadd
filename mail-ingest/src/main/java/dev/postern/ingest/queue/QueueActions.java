package dev.postern.ingest.queue;

import static dev.postern.ingest.database.Columns.cut;
import static dev.postern.ingest.database.Columns.instant;
import static dev.postern.ingest.database.Columns.text;
import static dev.postern.ingest.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table {@code queue_action}: who did what with which message. */
@Component
class QueueActions {

    private final JdbcClient jdbc;

    QueueActions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param result {@code done}, {@code gone}, what Postfix said against it; empty if nobody knows
     */
    public record Done(
            Instant at,
            String operator,
            String action,
            String queueId,
            String sender,
            String recipients,
            String result) {}

    /** The latest first. */
    List<Done> latest(int most) {
        return jdbc.sql("SELECT * FROM queue_action ORDER BY id DESC LIMIT " + most)
                .query((row, _) -> done(row))
                .list();
    }

    /** Before it is done, so that nothing is done that is not noted; the answer names the note. */
    long note(Instant now, String operator, Action action, String queueId, String sender, String recipients) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        INSERT INTO queue_action (at, operator, action, queue_id, sender, recipients, result)
                        VALUES (:at, :operator, :action, :queueId, :sender, :recipients, '')
                        """)
                .param("at", utc(now))
                .param("operator", cut(operator, 100))
                .param("action", action.tag())
                .param("queueId", queueId)
                .param("sender", cut(sender, 320))
                .param("recipients", cut(recipients, 1000))
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void noteResult(long note, String result) {
        jdbc.sql("UPDATE queue_action SET result = :result WHERE id = :id")
                .param("result", cut(result, 300))
                .param("id", note)
                .update();
    }

    void deleteOlderThan(Instant end) {
        jdbc.sql("DELETE FROM queue_action WHERE at < :end")
                .param("end", utc(end))
                .update();
    }

    private static Done done(ResultSet row) throws SQLException {
        return new Done(
                instant(row, "at"),
                text(row, "operator"),
                text(row, "action"),
                text(row, "queue_id"),
                text(row, "sender"),
                text(row, "recipients"),
                text(row, "result"));
    }
}
