package dev.postern.admin.usage;

import dev.postern.admin.access.Scope;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.mailstore.StoredMail;
import dev.postern.common.mail.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/** The table {@code mailbox_usage}. */
@Repository
public class Usages {

    private final JdbcClient jdbc;

    Usages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if there is no such mailbox. */
    public Optional<MailboxUsage> find(HostedAddress mailbox) {
        return jdbc.sql("""
                        select m.quota_bytes, u.bytes, u.messages, u.at
                        from mailbox m left join mailbox_usage u on u.mailbox = m.address
                        where m.address = :mailbox and m.deleted_at is null""")
                .param("mailbox", mailbox.toString())
                .query(Usages::usage)
                .optional();
    }

    /** In bytes, of those of which it is known. */
    public Map<HostedAddress, Long> bytes(Collection<HostedAddress> mailboxes) {
        if (mailboxes.isEmpty()) {
            return Map.of();
        }
        var known = new HashMap<HostedAddress, Long>();
        jdbc.sql("select mailbox, bytes from mailbox_usage where mailbox in (:mailboxes) and bytes is not null")
                .param(
                        "mailboxes",
                        mailboxes.stream().map(HostedAddress::toString).toList())
                .query((row, _) -> known.put(address(row), row.getLong("bytes")))
                .list();
        return known;
    }

    /** Those that hold most, of the domains that somebody sees. */
    public List<LargeMailbox> largest(Scope scope, int most) {
        return jdbc.sql("""
                        select u.mailbox, u.bytes, m.quota_bytes
                        from mailbox_usage u join mailbox m on m.address = u.mailbox
                        where u.bytes > 0 and m.deleted_at is null and (:everything or u.domain in (:domains))
                        order by u.bytes desc limit :most""")
                .param("everything", scope.isEverything())
                .param("domains", scope.names())
                .param("most", most)
                .query((row, _) -> new LargeMailbox(address(row), row.getLong("bytes"), row.getLong("quota_bytes")))
                .list();
    }

    /** What the mailboxes of each of these domains hold together, as far as it is known. */
    public Map<DomainName, StoredInDomain> in(Collection<DomainName> domains) {
        var stored = new HashMap<DomainName, StoredInDomain>();
        domains.forEach(domain -> stored.put(domain, StoredInDomain.NOTHING));
        if (!domains.isEmpty()) {
            jdbc.sql("""
                            select domain, sum(bytes) as bytes, count(bytes) as counted from mailbox_usage
                            where domain in (:domains) group by domain""")
                    .param("domains", domains.stream().map(DomainName::ascii).toList())
                    .query(row -> {
                        stored.put(
                                DomainName.parse(row.getString("domain")),
                                new StoredInDomain(row.getLong("bytes"), row.getLong("counted")));
                    });
        }
        return stored;
    }

    /** Notes that what is known of these mailboxes is true no more. Those that are not there are passed over. */
    @Transactional
    public void outdate(Set<HostedAddress> mailboxes) {
        for (var mailbox : mailboxes) {
            jdbc.sql("""
                            insert into mailbox_usage (mailbox, domain, stale_since)
                            select address, domain, utc_timestamp(6) from mailbox where address = :mailbox
                            on duplicate key update stale_since = coalesce(stale_since, values(stale_since))""").param("mailbox", mailbox.toString()).update();
        }
    }

    /** Those to ask about now, the longest outdated first: none of which was asked about just before. */
    List<HostedAddress> outdated(int atMost) {
        return jdbc.sql("""
                        select mailbox from mailbox_usage
                        where stale_since is not null and (at is null or at < utc_timestamp(6) - interval 20 second)
                        order by stale_since limit :size""")
                .param("size", atMost)
                .query((row, _) -> address(row))
                .list();
    }

    /**
     * Sets what a mailbox holds.
     *
     * @param asked when the store was asked: what changed after that is still to be asked about
     */
    void set(HostedAddress mailbox, StoredMail mail, Instant asked) {
        jdbc.sql("""
                        insert into mailbox_usage (mailbox, domain, bytes, messages, at)
                        select address, domain, :bytes, :messages, :asked from mailbox where address = :mailbox
                        on duplicate key update
                          bytes = values(bytes),
                          messages = values(messages),
                          at = values(at),
                          stale_since = if(stale_since > values(at), stale_since, null)""")
                .param("mailbox", mailbox.toString())
                .param("bytes", mail.size().toBytes())
                .param("messages", mail.messages())
                .param("asked", LocalDateTime.ofInstant(asked, ZoneOffset.UTC))
                .update();
    }

    /** Notes that nothing is to be asked about a mailbox, since the store knows none. */
    void forget(HostedAddress mailbox) {
        jdbc.sql("delete from mailbox_usage where mailbox = :mailbox")
                .param("mailbox", mailbox.toString())
                .update();
    }

    /** Has mailboxes asked about that have not been for a day, or never. */
    void outdateOldOnes(int atMost) {
        jdbc.sql("""
                        update mailbox_usage set stale_since = utc_timestamp(6)
                        where stale_since is null and at < utc_timestamp(6) - interval 1 day
                        order by at limit :size""").param("size", atMost).update();
        jdbc.sql("""
                        insert into mailbox_usage (mailbox, domain, stale_since)
                        select m.address, m.domain, utc_timestamp(6)
                        from mailbox m left join mailbox_usage u on u.mailbox = m.address
                        where u.mailbox is null and m.deleted_at is null limit :size""").param("size", atMost).update();
    }

    private static HostedAddress address(ResultSet row) throws SQLException {
        return HostedAddress.parse(Objects.requireNonNull(row.getString("mailbox")));
    }

    private static MailboxUsage usage(ResultSet row, int number) throws SQLException {
        var at = Optional.ofNullable(row.getObject("at", LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
        var mail = new StoredMail(DataSize.ofBytes(row.getLong("bytes")), row.getLong("messages"));
        return new MailboxUsage(row.getLong("quota_bytes"), at.map(_ -> mail), at);
    }
}
