package dev.postern.admin.audit;

import dev.postern.admin.access.Scope;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.common.mail.Sha256;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the audit log. */
@Repository
public class AuditTrail {

    private static final String WANTED = """
            from audit.entry
            where (:everything or domain in (:domains))
              and (:actor is null or actor = :actor)
              and (:action is null or action like :action)
              and (:subject is null or subject like :subject)
              and (:from is null or at >= :from)
              and (:until is null or at < :until)
            """;
    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    public Page<AuditEntry> find(AuditSearch search, Scope scope, PageRequest request) {
        var sql = "select " + AuditRow.COLUMNS + " " + WANTED + " order by id desc limit :size offset :offset";
        var items = with(search, scope, jdbc.sql(sql))
                .param("size", request.size())
                .param("offset", request.offset())
                .query(AuditRow::read)
                .list();
        var total = with(search, scope, jdbc.sql("select count(*) " + WANTED))
                .query(Long.class)
                .single();
        return Page.of(request, items, total);
    }

    /** One entry, if it is within the scope. */
    public Optional<AuditEntry> find(long id, Scope scope) {
        return jdbc.sql("select " + AuditRow.COLUMNS
                        + " from audit.entry where id = :id and (:everything or domain in (:domains))")
                .param("id", id)
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .query(AuditRow::read)
                .optional();
    }

    /** Hands out all entries of a search in the order in which they were made, however many they are. */
    void forEach(AuditSearch search, Scope scope, Consumer<AuditEntry> reader) {
        var sql = "select " + AuditRow.COLUMNS + " " + WANTED + " and id > :last order by id limit :most";
        var last = 0L;
        List<AuditEntry> some;
        do {
            some = with(search, scope, jdbc.sql(sql))
                    .param("last", last)
                    .param("most", AT_ONCE)
                    .query(AuditRow::read)
                    .list();
            some.forEach(reader);
            last = some.isEmpty() ? last : some.getLast().id();
        } while (some.size() == AT_ONCE);
    }

    /** The number and hash of the last entry, as they are remembered apart from it. */
    Head head() {
        return jdbc.sql("select id, hash from audit_head")
                .query((row, _) -> new Head(row.getLong("id"), AuditRow.hash(row)))
                .single();
    }

    record Head(long id, Sha256 hash) {}

    private static StatementSpec with(AuditSearch search, Scope scope, StatementSpec statement) {
        return statement
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .param("actor", search.actor().orElse(null))
                .param("action", beginning(search.action()))
                .param("subject", beginning(search.subject()))
                .param("from", utc(search.from()))
                .param("until", utc(search.until()));
    }

    private static @Nullable String beginning(Optional<String> text) {
        return text.map(begin -> begin.replaceAll("([\\\\%_])", "\\\\$1") + "%").orElse(null);
    }

    private static @Nullable LocalDateTime utc(Optional<Instant> instant) {
        return instant.map(moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
                .orElse(null);
    }
}
