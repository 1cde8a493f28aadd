package dev.postern.ingest.alerts;

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

/** The table {@code alert}. */
@Component
class AlertTable {

    private static final String SELECT = "SELECT id, at, subject, text FROM alert WHERE ";

    private final JdbcClient jdbc;

    AlertTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is new. */
    boolean add(Alert alert) {
        return jdbc.sql(
                                "INSERT IGNORE INTO alert (id, at, subject, text, to_send) VALUES (:id, :at, :subject, :text, TRUE)")
                        .param("id", alert.id().bytes())
                        .param("at", utc(alert.at()))
                        .param("subject", cut(alert.subject(), 300))
                        .param("text", cut(alert.text(), 2000))
                        .update()
                > 0;
    }

    /** The latest first. */
    List<Alert> since(Instant start, int most) {
        return jdbc.sql(SELECT + "at > :start ORDER BY at DESC LIMIT " + most)
                .param("start", utc(start))
                .query((row, _) -> alert(row))
                .list();
    }

    List<Alert> unsent(int most) {
        return jdbc.sql(SELECT + "to_send ORDER BY at LIMIT " + most)
                .query((row, _) -> alert(row))
                .list();
    }

    void sent(Sha256 id) {
        jdbc.sql("UPDATE alert SET to_send = FALSE WHERE id = :id")
                .param("id", id.bytes())
                .update();
    }

    void deleteOlderThan(Instant end) {
        jdbc.sql("DELETE FROM alert WHERE at < :end").param("end", utc(end)).update();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                Sha256.fromBytes(Objects.requireNonNull(row.getBytes("id"))),
                instant(row, "at"),
                text(row, "subject"),
                text(row, "text"));
    }
}
