package dev.postern.admin.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audit log for who follows it: entry by entry, without a gap. */
@Repository
public class AuditFeed {

    private final JdbcClient jdbc;

    AuditFeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something that was done.
     *
     * @param id counted from 1, without a gap
     * @param kind of whoever did it: operator, token, mailbox or platform
     * @param before how it was, as JSON
     * @param after how it is, as JSON
     */
    public record Change(
            long id,
            Instant at,
            String kind,
            String actor,
            String action,
            String subject,
            Optional<String> domain,
            Optional<String> before,
            Optional<String> after) {}

    /** The next ones after an entry, the oldest first. */
    public List<Change> after(long id, int most) {
        return jdbc
                .sql("select %s from audit.entry where id > :id order by id limit :most".formatted(AuditRow.COLUMNS))
                .param("id", id)
                .param("most", most)
                .query(AuditRow::read)
                .list()
                .stream()
                .map(AuditFeed::change)
                .toList();
    }

    /** One of them. */
    public Optional<Change> find(long id) {
        return jdbc.sql("select %s from audit.entry where id = :id".formatted(AuditRow.COLUMNS))
                .param("id", id)
                .query(AuditRow::read)
                .optional()
                .map(AuditFeed::change);
    }

    private static Change change(AuditEntry entry) {
        return new Change(
                entry.id(),
                entry.at(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.domain(),
                entry.before(),
                entry.after());
    }
}
