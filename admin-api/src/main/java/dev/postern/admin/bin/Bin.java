package dev.postern.admin.bin;

import dev.postern.admin.access.Scope;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.common.mail.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was deleted. What went with its domain is part of the domain's entry. */
@Repository
public class Bin {

    private static final String ENTRIES = """
            with entry as (
              select 'DOMAIN' as kind, d.name, d.name as domain, d.deleted_at,
                     (select count(*) from mailbox m where m.domain = d.name and m.deleted_at = d.deleted_at) as mailboxes,
                     (select count(*) from alias l where l.domain = d.name and l.deleted_at = d.deleted_at) as aliases
              from domain d where d.deleted_at is not null
              union all
              select 'MAILBOX', m.address, m.domain, m.deleted_at, 0, 0
              from mailbox m join domain d on d.name = m.domain
              where m.deleted_at is not null and d.deleted_at is null
              union all
              select 'ALIAS', l.address, l.domain, l.deleted_at, 0, 0
              from alias l join domain d on d.name = l.domain
              where l.deleted_at is not null and d.deleted_at is null
            )
            """;

    private final JdbcClient jdbc;
    private final Duration keep;

    Bin(JdbcClient jdbc, BinSettings settings) {
        this.jdbc = jdbc;
        this.keep = settings.keep();
    }

    /** What was deleted last comes first. */
    public Page<BinEntry> list(Scope scope, PageRequest request) {
        var items = jdbc.sql(ENTRIES + """
                        select * from entry where :everything or domain in (:domains)
                        order by deleted_at desc, name limit :size offset :offset""")
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .param("size", request.size())
                .param("offset", request.offset())
                .query(this::entry)
                .list();
        var total = jdbc.sql(ENTRIES + "select count(*) from entry where :everything or domain in (:domains)")
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .query(Long.class)
                .single();
        return Page.of(request, items, total);
    }

    /** By the name of the domain, or the address. */
    public Optional<BinEntry> find(String name) {
        return jdbc.sql(ENTRIES + "select * from entry where name = :name")
                .param("name", name)
                .query(this::entry)
                .optional();
    }

    /** Those whose time is over, the oldest first. */
    List<BinEntry> overdue(Instant now) {
        return jdbc.sql(ENTRIES + "select * from entry where deleted_at <= :moment order by deleted_at, name limit 100")
                .param("moment", LocalDateTime.ofInstant(now.minus(keep), ZoneOffset.UTC))
                .query(this::entry)
                .list();
    }

    private BinEntry entry(ResultSet row, int number) throws SQLException {
        var deletedAt = Objects.requireNonNull(row.getObject("deleted_at", LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
        return new BinEntry(
                BinEntry.Kind.valueOf(
                        Objects.requireNonNull(row.getString("kind")).toUpperCase(Locale.ROOT)),
                Objects.requireNonNull(row.getString("name")),
                DomainName.parse(row.getString("domain")),
                row.getLong("mailboxes"),
                row.getLong("aliases"),
                deletedAt,
                deletedAt.plus(keep));
    }
}
