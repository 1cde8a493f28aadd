package dev.postern.admin.mailboxes;

import dev.postern.admin.access.Scope;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
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
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMailboxes implements Mailboxes {

    private static final String SELECT = """
            select address, display_name, note, quota_bytes, enabled, disabled_reason, created_at, updated_at, version
            from mailbox
            """;

    private final JdbcClient jdbc;

    JdbcMailboxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Mailbox> find(HostedAddress address) {
        return jdbc.sql(SELECT + "where address = :address")
                .param("address", address.toString())
                .query(JdbcMailboxes::mailbox)
                .optional();
    }

    @Override
    public Optional<Mailbox> hold(HostedAddress address) {
        return jdbc.sql(SELECT + "where address = :address for update")
                .param("address", address.toString())
                .query(JdbcMailboxes::mailbox)
                .optional();
    }

    @Override
    public Page<Mailbox> list(Optional<DomainName> domain, Scope scope, PageRequest request) {
        var wanted = domain.map(DomainName::ascii).orElse(null);
        var items = jdbc.sql(SELECT + """
                        where (:domain is null or domain = :domain) and (:everything or domain in (:domains))
                        order by address limit :size offset :offset""")
                .param("domain", wanted)
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .param("size", request.size())
                .param("offset", request.offset())
                .query(JdbcMailboxes::mailbox)
                .list();
        var total = jdbc.sql("""
                        select count(*) from mailbox
                        where (:domain is null or domain = :domain) and (:everything or domain in (:domains))""")
                .param("domain", wanted)
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .query(Long.class)
                .single();
        return Page.of(request, items, total);
    }

    @Override
    public Optional<PasswordHash> passwordOf(HostedAddress address) {
        return jdbc.sql("""
                        select m.password_scheme, m.password_hash
                        from mailbox m
                        join address a on a.address = m.address
                        join domain d on d.name = a.domain
                        where m.address = :address and m.enabled and d.enabled""")
                .param("address", address.toString())
                .query((row, _) -> PasswordHash.of(row.getString("password_scheme"), row.getString("password_hash")))
                .optional();
    }

    @Override
    public void add(NewMailbox mailbox, PasswordHash password, Quota quota) {
        jdbc.sql("""
                        insert into mailbox
                          (address, password_scheme, password_hash, display_name, note, quota_bytes, enabled)
                        values (:address, :scheme, :password, :displayName, :note, :quota, :enabled)""")
                .param("address", mailbox.address().toString())
                .param("scheme", password.scheme().label())
                .param("password", password.encoded())
                .param("displayName", mailbox.displayName().text())
                .param("note", mailbox.note().text())
                .param("quota", quota.bytes())
                .param("enabled", mailbox.enabled())
                .update();
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
    public void touch(HostedAddress address) {
        jdbc.sql("update mailbox set version = version + 1 where address = :address")
                .param("address", address.toString())
                .update();
    }

    @Override
    public boolean setPassword(HostedAddress address, PasswordHash password) {
        return jdbc.sql("""
                                update mailbox set password_scheme = :scheme, password_hash = :password
                                where address = :address""")
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
