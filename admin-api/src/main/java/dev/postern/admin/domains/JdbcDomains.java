package dev.postern.admin.domains;

import dev.postern.admin.access.Scope;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.listing.SearchText;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.text.Note;
import dev.postern.common.mail.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDomains implements Domains {

    private static final String SELECT = """
            select name, enabled, relay, note, detail_sign, max_mailboxes, max_aliases, max_quota_bytes,
                   max_mailbox_bytes, usual_quota_bytes, created_at, updated_at, version
            from domain
            """;

    private static final String WANTED = """
            where deleted_at is null
              and (:everything or name in (:domains))
              and (:pattern is null or name like :pattern escape '!' or lower(note) like :pattern escape '!')
            """;

    private final JdbcClient jdbc;

    JdbcDomains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Domain> find(DomainName name) {
        return one("where name = :name and deleted_at is null", name);
    }

    @Override
    public Optional<Domain> hold(DomainName name) {
        return one("where name = :name and deleted_at is null for update", name);
    }

    private Optional<Domain> one(String where, DomainName name) {
        return jdbc.sql(SELECT + where)
                .param("name", name.ascii())
                .query(JdbcDomains::domain)
                .optional();
    }

    @Override
    public Page<Domain> list(Optional<SearchText> text, Scope scope, PageRequest request) {
        var items = filtered(SELECT + WANTED + " order by name limit :size offset :offset", text, scope)
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcDomains::domain)
                .list();
        var total = filtered("select count(*) from domain " + WANTED, text, scope)
                .query(Long.class)
                .single();
        return Page.of(request, items, total);
    }

    private JdbcClient.StatementSpec filtered(String sql, Optional<SearchText> text, Scope scope) {
        return jdbc.sql(sql)
                .param("pattern", text.map(SearchText::pattern).orElse(null))
                .param("everything", scope.isEverything())
                .param("domains", scope.names());
    }

    @Override
    public boolean add(NewDomain domain) {
        try {
            jdbc.sql("""
                            insert into domain (name, enabled, relay, note, detail_sign)
                            values (:name, :enabled, :relay, :note, :sign)""")
                    .param("name", domain.name().ascii())
                    .param("enabled", domain.enabled())
                    .param("relay", domain.relay().value())
                    .param("note", domain.note().text())
                    .param("sign", domain.separator().sign())
                    .update();
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }

    @Override
    public void change(DomainName name, DomainChange change) {
        jdbc.sql("""
                        update domain
                        set enabled = coalesce(:enabled, enabled), relay = coalesce(:relay, relay),
                            note = coalesce(:note, note), detail_sign = coalesce(:sign, detail_sign)
                        where name = :name""")
                .param("enabled", change.enabled().orElse(null))
                .param("relay", change.relay().map(RelayName::value).orElse(null))
                .param("note", change.note().map(Note::text).orElse(null))
                .param("sign", change.separator().map(DetailSeparator::sign).orElse(null))
                .param("name", name.ascii())
                .update();
    }

    @Override
    public void setLimits(DomainName name, DomainLimits limits) {
        jdbc.sql("""
                        update domain
                        set max_mailboxes = :mailboxes, max_aliases = :aliases, max_quota_bytes = :total,
                            max_mailbox_bytes = :mailbox, usual_quota_bytes = :usual
                        where name = :name""")
                .param("mailboxes", limits.mailboxes().orElse(null))
                .param("aliases", limits.aliases().orElse(null))
                .param("total", limits.totalQuota().map(Quota::bytes).orElse(null))
                .param("mailbox", limits.mailboxQuota().map(Quota::bytes).orElse(null))
                .param("usual", limits.usualQuota().map(Quota::bytes).orElse(null))
                .param("name", name.ascii())
                .update();
    }

    @Override
    public void discard(DomainName name) {
        var moment =
                jdbc.sql("select utc_timestamp(6)").query(LocalDateTime.class).single();
        jdbc.sql("""
                        update domain
                        set deleted_at = :moment, was_enabled = enabled, enabled = false
                        where name = :name and deleted_at is null""").param("moment", moment).param("name", name.ascii()).update();
        for (var table : List.of("mailbox", "alias")) {
            jdbc.sql("update %s set deleted_at = :moment where domain = :name and deleted_at is null".formatted(table))
                    .param("moment", moment)
                    .param("name", name.ascii())
                    .update();
        }
    }

    @Override
    public boolean isDiscarded(DomainName name) {
        return jdbc.sql("select 1 from domain where name = :name and deleted_at is not null")
                .param("name", name.ascii())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static Domain domain(ResultSet row, int number) throws SQLException {
        return new Domain(
                DomainName.parse(row.getString("name")),
                row.getBoolean("enabled"),
                new RelayName(row.getString("relay")),
                new Note(row.getString("note")),
                DetailSeparator.ofSign(row.getString("detail_sign")),
                limits(row),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("updated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong("version"));
    }

    private static DomainLimits limits(ResultSet row) throws SQLException {
        return new DomainLimits(
                Optional.ofNullable(row.getObject("max_mailboxes", Integer.class)),
                Optional.ofNullable(row.getObject("max_aliases", Integer.class)),
                quota(row, "max_quota_bytes"),
                quota(row, "max_mailbox_bytes"),
                quota(row, "usual_quota_bytes"));
    }

    private static Optional<Quota> quota(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Quota::new);
    }
}
