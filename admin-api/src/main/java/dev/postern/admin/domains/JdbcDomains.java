package dev.postern.admin.domains;

import dev.postern.admin.access.Scope;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.text.Note;
import dev.postern.common.mail.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

    private final JdbcClient jdbc;

    JdbcDomains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Domain> find(DomainName name) {
        return one("where name = :name", name);
    }

    @Override
    public Optional<Domain> hold(DomainName name) {
        return one("where name = :name for update", name);
    }

    private Optional<Domain> one(String where, DomainName name) {
        return jdbc.sql(SELECT + where)
                .param("name", name.ascii())
                .query(JdbcDomains::domain)
                .optional();
    }

    @Override
    public Page<Domain> list(Scope scope, PageRequest request) {
        var items = jdbc.sql(SELECT + """
                        where :everything or name in (:domains)
                        order by name limit :size offset :offset""")
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcDomains::domain)
                .list();
        var total = jdbc.sql("select count(*) from domain where :everything or name in (:domains)")
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .query(Long.class)
                .single();
        return Page.of(request, items, total);
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
    public void remove(DomainName name) {
        jdbc.sql("delete from domain where name = :name")
                .param("name", name.ascii())
                .update();
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
