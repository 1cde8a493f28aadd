package dev.postern.ingest.relayevents;

import dev.postern.common.mail.MailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
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
                .param("beginning", beginning.strip().replaceAll("[!%_]", "!$0") + "%")
                .query((row, _) -> suppression(row))
                .list();
    }

    void add(MailAddress recipient, String reason, Instant now) {
        jdbc.sql("REPLACE INTO suppression (recipient, since, reason) VALUES (:recipient, :since, :reason)")
                .param("recipient", name(recipient))
                .param("since", LocalDateTime.ofInstant(now, ZoneOffset.UTC))
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
        return recipient.toString().toLowerCase(java.util.Locale.ROOT);
    }

    private static Suppression suppression(ResultSet row) throws SQLException {
        return new Suppression(
                Objects.requireNonNull(row.getString("recipient")),
                Objects.requireNonNull(row.getObject("since", LocalDateTime.class))
                        .toInstant(ZoneOffset.UTC),
                Objects.requireNonNull(row.getString("reason")));
    }
}
