package dev.postern.admin.aliases;

import dev.postern.admin.access.Scope;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.listing.AccountFilter;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.listing.SearchText;
import dev.postern.admin.listing.Sorting;
import dev.postern.admin.text.Note;
import dev.postern.common.mail.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAliases implements Aliases {

    /** No comma can be in a target: it would need quotes. */
    private static final String SELECT = """
            select l.address, l.note, l.disposable, l.enabled, l.expires_at, l.created_at, l.updated_at, l.version,
                   (select group_concat(target order by position separator ',')
                    from alias_target t where t.alias = l.address) as targets
            from alias l
            """;

    private static final String WANTED = """
             from alias
            where deleted_at is null
              and (:domain is null or domain = :domain)
              and (:everything or domain in (:domains))
              and (:pattern is null or sought like :pattern escape '!'
                or address in (select t.alias from alias_target t where t.target like :pattern escape '!'))
              and (:enabled is null or enabled = :enabled)
            """;

    private final JdbcClient jdbc;

    JdbcAliases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Alias> find(AliasAddress address) {
        return jdbc.sql(SELECT + "where l.address = :address and l.deleted_at is null")
                .param("address", address.toString())
                .query(JdbcAliases::alias)
                .optional();
    }

    @Override
    public Optional<Alias> hold(AliasAddress address) {
        return jdbc.sql(SELECT + "where l.address = :address and l.deleted_at is null for update")
                .param("address", address.toString())
                .query(JdbcAliases::alias)
                .optional();
    }

    /** The page is found by the index alone, and only its rows are read. */
    @Override
    public Page<Alias> list(AccountFilter filter, Scope scope, Sorting<AliasKey> sorting, PageRequest request) {
        var order = " order by " + sorting.sql("sought");
        var items = filtered(
                        SELECT + "where l.address in (select * from (select address" + WANTED + order
                                + " limit :size offset :offset) part)" + order,
                        filter,
                        scope)
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcAliases::alias)
                .list();
        var total = filtered("select count(*)" + WANTED, filter, scope)
                .query(Long.class)
                .single();
        return Page.of(request, items, total);
    }

    private JdbcClient.StatementSpec filtered(String sql, AccountFilter filter, Scope scope) {
        return jdbc.sql(sql)
                .param("domain", filter.domain().map(DomainName::ascii).orElse(null))
                .param("pattern", filter.text().map(SearchText::pattern).orElse(null))
                .param("enabled", filter.enabled().orElse(null))
                .param("everything", scope.isEverything())
                .param("domains", scope.names());
    }

    @Override
    public List<Alias> leadingTo(HostedAddress mailbox, Scope scope) {
        return jdbc.sql(SELECT + """
                        where l.deleted_at is null and l.address in (select t.alias from alias_target t where t.mailbox = :mailbox)
                          and (:everything or l.domain in (:domains))
                        order by l.address limit :most""")
                .param("mailbox", mailbox.toString())
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .param("most", MOST_OF_ONE_MAILBOX)
                .query(JdbcAliases::alias)
                .list();
    }

    @Override
    public void add(NewAlias alias) {
        jdbc.sql("""
                        insert into alias (address, note, disposable, enabled, expires_at)
                        values (:address, :note, :disposable, :enabled, :expiresAt)""")
                .param("address", alias.address().toString())
                .param("note", alias.note().text())
                .param("disposable", alias.disposable())
                .param("enabled", alias.enabled())
                .param("expiresAt", utc(alias.expiry()))
                .update();
        insertTargets(alias.address(), alias.targets());
    }

    @Override
    public void change(AliasAddress address, AliasChange change) {
        jdbc.sql("""
                        update alias
                        set note = coalesce(:note, note), enabled = coalesce(:enabled, enabled),
                            expires_at = if(:expires, :expiresAt, expires_at)
                        where address = :address""")
                .param("note", change.note().map(Note::text).orElse(null))
                .param("enabled", change.enabled().orElse(null))
                .param("expires", change.expiry().isPresent())
                .param("expiresAt", utc(change.expiry().orElse(Expiry.NEVER)))
                .param("address", address.toString())
                .update();
        change.targets().ifPresent(targets -> {
            jdbc.sql("delete from alias_target where alias = :address")
                    .param("address", address.toString())
                    .update();
            insertTargets(address, targets);
        });
    }

    @Override
    public void discard(AliasAddress address) {
        jdbc.sql("""
                        update alias
                        set deleted_at = utc_timestamp(6), was_enabled = enabled, enabled = false
                        where address = :address and deleted_at is null""").param("address", address.toString()).update();
    }

    @Override
    public void forgetDiscarded(AliasAddress address) {
        jdbc.sql("""
                        delete from address
                        where address = :address
                          and exists (select 1 from alias l where l.address = :address and l.deleted_at is not null)""").param("address", address.toString()).update();
    }

    private void insertTargets(AliasAddress address, Targets targets) {
        var position = 0;
        for (var target : targets.all()) {
            jdbc.sql("""
                            insert into alias_target (alias, position, target, target_domain, mailbox)
                            values (:alias, :position, :target, :domain, :mailbox)""")
                    .param("alias", address.toString())
                    .param("position", position++)
                    .param("target", target.toString())
                    .param("domain", target.domain().ascii())
                    .param("mailbox", target.mailbox().toString())
                    .update();
        }
    }

    private static Alias alias(ResultSet row, int number) throws SQLException {
        return new Alias(
                AliasAddress.parse(row.getString("address")),
                Targets.parse(List.of(row.getString("targets").split(","))),
                new Note(row.getString("note")),
                row.getBoolean("disposable"),
                row.getBoolean("enabled"),
                new Expiry(Optional.ofNullable(row.getObject("expires_at", LocalDateTime.class))
                        .map(moment -> moment.toInstant(ZoneOffset.UTC))),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("updated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong("version"));
    }

    private static @Nullable LocalDateTime utc(Expiry expiry) {
        return expiry.at()
                .map(moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
                .orElse(null);
    }
}
