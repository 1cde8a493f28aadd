package dev.postern.admin.mailboxes;

import dev.postern.admin.access.Scope;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.listing.AccountFilter;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.listing.SearchText;
import dev.postern.admin.listing.Sorting;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.text.DisplayName;
import dev.postern.admin.text.Note;
import dev.postern.admin.text.Reason;
import dev.postern.common.mail.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMailboxes implements Mailboxes {

    private static final String SELECT = """
            select address, display_name, note, quota_bytes, enabled, disabled_reason, created_at, updated_at, version
            from mailbox
            """;

    private static final String WANTED = """
             from mailbox
            where deleted_at is null
              and (:domain is null or domain = :domain)
              and (:everything or domain in (:domains))
              and (:pattern is null or sought like :pattern escape '!')
              and (:enabled is null or enabled = :enabled)
            """;

    private static final String INSERT = """
            insert into mailbox (address, password_scheme, password_hash, display_name, note, quota_bytes, enabled)
            values (:address, :scheme, :password, :displayName, :note, :quota, :enabled)
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;

    JdbcMailboxes(JdbcClient jdbc, NamedParameterJdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    @Override
    public Optional<Mailbox> find(HostedAddress address) {
        return jdbc.sql(SELECT + "where address = :address and deleted_at is null")
                .param("address", address.toString())
                .query(JdbcMailboxes::mailbox)
                .optional();
    }

    @Override
    public Optional<Mailbox> hold(HostedAddress address) {
        return jdbc.sql(SELECT + "where address = :address and deleted_at is null for update")
                .param("address", address.toString())
                .query(JdbcMailboxes::mailbox)
                .optional();
    }

    /** The page is found by the index alone, and only its rows are read. */
    @Override
    public Page<Mailbox> list(AccountFilter filter, Scope scope, Sorting<MailboxKey> sorting, PageRequest request) {
        var order = " order by " + sorting.sql("sought");
        var items = filtered(
                        SELECT + "where address in (select * from (select address" + WANTED + order
                                + " limit :size offset :offset) part)" + order,
                        filter,
                        scope)
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcMailboxes::mailbox)
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
    public Optional<PasswordHash> passwordOf(HostedAddress address) {
        return jdbc.sql("""
                        select m.password_scheme, m.password_hash
                        from mailbox m
                        join address a on a.address = m.address
                        join domain d on d.name = a.domain
                        where m.address = :address and m.enabled and d.enabled and m.deleted_at is null""")
                .param("address", address.toString())
                .query((row, _) -> PasswordHash.of(row.getString("password_scheme"), row.getString("password_hash")))
                .optional();
    }

    @Override
    public void add(NewMailbox mailbox, PasswordHash password, Quota quota) {
        jdbc.sql(INSERT).paramSource(parameters(mailbox, password, quota)).update();
    }

    @Override
    public void addAll(
            Collection<NewMailbox> wanted,
            Map<HostedAddress, PasswordHash> passwords,
            Map<HostedAddress, Quota> quotas) {
        batch.batchUpdate(
                INSERT,
                wanted.stream()
                        .map(mailbox -> parameters(
                                mailbox,
                                Objects.requireNonNull(passwords.get(mailbox.address())),
                                Objects.requireNonNull(quotas.get(mailbox.address()))))
                        .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(NewMailbox mailbox, PasswordHash password, Quota quota) {
        return new MapSqlParameterSource()
                .addValue("address", mailbox.address().toString())
                .addValue("scheme", password.scheme().label())
                .addValue("password", password.encoded())
                .addValue("displayName", mailbox.displayName().text())
                .addValue("note", mailbox.note().text())
                .addValue("quota", quota.bytes())
                .addValue("enabled", mailbox.enabled());
    }

    @Override
    public void change(HostedAddress address, MailboxChange change) {
        jdbc.sql("""
                        update mailbox
                        set display_name = coalesce(:displayName, display_name), note = coalesce(:note, note),
                            quota_bytes = coalesce(:quota, quota_bytes), enabled = coalesce(:enabled, enabled),
                            disabled_reason = if(enabled, '', coalesce(:reason, disabled_reason))
                        where address = :address""")
                .param(
                        "displayName",
                        change.displayName().map(DisplayName::text).orElse(null))
                .param("note", change.note().map(Note::text).orElse(null))
                .param("quota", change.quota().map(Quota::bytes).orElse(null))
                .param("enabled", change.enabled().orElse(null))
                .param("reason", change.disabledReason().map(Reason::text).orElse(null))
                .param("address", address.toString())
                .update();
    }

    @Override
    public void discard(HostedAddress address) {
        jdbc.sql("""
                        update mailbox
                        set deleted_at = utc_timestamp(6), was_enabled = enabled, enabled = false
                        where address = :address and deleted_at is null""").param("address", address.toString()).update();
    }

    @Override
    public boolean isBeingErased(HostedAddress address) {
        return jdbc.sql("select 1 from mail_erasure where mailbox = :address")
                .param("address", address.toString())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public Set<String> beingErased(DomainName domain) {
        return Set.copyOf(jdbc.sql("select mailbox from mail_erasure where mailbox like concat('%@', :domain)")
                .param("domain", domain.ascii())
                .query(String.class)
                .list());
    }

    @Override
    public void touch(HostedAddress address) {
        jdbc.sql("update mailbox set version = version + 1 where address = :address")
                .param("address", address.toString())
                .update();
    }

    @Override
    public boolean setPassword(HostedAddress address, PasswordHash password) {
        return jdbc.sql("""
                                update mailbox set password_scheme = :scheme, password_hash = :password
                                where address = :address and deleted_at is null""")
                        .param("scheme", password.scheme().label())
                        .param("password", password.encoded())
                        .param("address", address.toString())
                        .update()
                > 0;
    }

    @Override
    public boolean replacePassword(HostedAddress address, PasswordHash known, PasswordHash better) {
        return jdbc.sql("""
                                update mailbox set password_scheme = :scheme, password_hash = :better
                                where address = :address and password_hash = :known""")
                        .param("scheme", better.scheme().label())
                        .param("better", better.encoded())
                        .param("address", address.toString())
                        .param("known", known.encoded())
                        .update()
                > 0;
    }

    private static Mailbox mailbox(ResultSet row, int number) throws SQLException {
        return new Mailbox(
                HostedAddress.parse(row.getString("address")),
                new DisplayName(row.getString("display_name")),
                new Note(row.getString("note")),
                new Quota(row.getLong("quota_bytes")),
                row.getBoolean("enabled"),
                new Reason(row.getString("disabled_reason")),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("updated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getLong("version"));
    }
}
