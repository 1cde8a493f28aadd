package dev.postern.admin.domains;

import dev.postern.admin.access.Scope;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
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

    private static final String SELECT = "select name, enabled, relay, created_at, updated_at, version from domain ";

    private final JdbcClient jdbc;

    JdbcDomains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Domain> find(DomainName name) {
        return jdbc.sql(SELECT + "where name = :name")
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
    public boolean add(DomainName name, boolean enabled, RelayName relay) {
        try {
            jdbc.sql("insert into domain (name, enabled, relay) values (:name, :enabled, :relay)")
                    .param("name", name.ascii())
                    .param("enabled", enabled)
                    .param("relay", relay.value())
                    .update();
            return true;
        } catch (DuplicateKeyException there) {
            return false;
        }
    }

    @Override
    public boolean change(DomainName name, DomainChange change) {
        return jdbc.sql(
                                "update domain set enabled = coalesce(:enabled, enabled), relay = coalesce(:relay, relay) where name = :name")
                        .param("enabled", change.enabled().orElse(null))
                        .param("relay", change.relay().map(RelayName::value).orElse(null))
                        .param("name", name.ascii())
                        .update()
                > 0;
    }

    @Override
    public boolean remove(DomainName name) {
        return jdbc.sql("delete from domain where name = :name")
                        .param("name", name.ascii())
                        .update()
                > 0;
    }

    @Override
    public Optional<Domain> hold(DomainName name) {
        return jdbc.sql(SELECT + "where name = :name for update")
                .param("name", name.ascii())
                .query(JdbcDomains::domain)
                .optional();
    }

    private static Domain domain(ResultSet row, int number) throws SQLException {
        return new Domain(
                DomainName.parse(row.getString("name")),
                row.getBoolean("enabled"),
                new RelayName(row.getString("relay")),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("updated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong("version"));
    }
}
