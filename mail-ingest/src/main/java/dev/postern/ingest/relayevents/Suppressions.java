package dev.postern.ingest.relayevents;

import static dev.postern.ingest.database.Columns.beginningWith;
import static dev.postern.ingest.database.Columns.instant;
import static dev.postern.ingest.database.Columns.text;
import static dev.postern.ingest.database.Columns.utc;

import dev.postern.common.mail.MailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses that people here cannot write to any more, because a relay told us so or an operator said so. */
@Component
class Suppressions {

    private static final int MOST = 1000;

    private final JdbcClient jdbc;

    Suppressions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param reason in words
     */
    public record Suppression(String recipient, Instant since, String reason) {}

    /** The latest first, those that begin so. */
    List<Suppression> find(String beginning) {
        return jdbc.sql("""
                        SELECT recipient, since, reason FROM suppression WHERE recipient LIKE :beginning ESCAPE '!'
                        ORDER BY since DESC LIMIT\s""" + MOST)
                .param("beginning", beginningWith(beginning.strip()))
                .query((row, _) -> suppression(row))
                .list();
    }

    void add(MailAddress recipient, String reason, Instant now) {
        jdbc.sql("REPLACE INTO suppression (recipient, since, reason) VALUES (:recipient, :since, :reason)")
                .param("recipient", name(recipient))
                .param("since", utc(now))
                .param("reason", reason)
                .update();
    }

    /** Whether it was there. */
    boolean remove(MailAddress recipient) {
        return jdbc.sql("DELETE FROM suppression WHERE recipient = :recipient")
                        .param("recipient", name(recipient))
                        .update()
                > 0;
    }

    /** Postfix asks in lower case. */
    private static String name(MailAddress recipient) {
        return recipient.toString().toLowerCase(Locale.ROOT);
    }

    private static Suppression suppression(ResultSet row) throws SQLException {
        return new Suppression(text(row, "recipient"), instant(row, "since"), text(row, "reason"));
    }
}
