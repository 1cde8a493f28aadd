package dev.postern.admin.bin;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.quota.Quota;
import dev.postern.common.mail.DomainName;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes things out of the bin, one way or the other. */
@Repository
class BinTables {

    private static final String BACK = " set deleted_at = null, enabled = was_enabled, was_enabled = null ";

    private final JdbcClient jdbc;

    BinTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a domain as it is, in the bin or not, and nobody else takes anything of it out of the bin meanwhile. */
    boolean holdDomain(DomainName domain) {
        return jdbc.sql("select 1 from domain where name = :name for update")
                .param("name", domain.ascii())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Quota> quotaOf(String mailbox) {
        return jdbc.sql("select quota_bytes from mailbox where address = :address and deleted_at is not null")
                .param("address", mailbox)
                .query(Long.class)
                .optional()
                .map(Quota::new);
    }

    void bringBackMailbox(String address) {
        jdbc.sql("update mailbox" + BACK + "where address = :address and deleted_at is not null")
                .param("address", address)
                .update();
    }

    void bringBackAlias(String address) {
        jdbc.sql("update alias" + BACK + "where address = :address and deleted_at is not null")
                .param("address", address)
                .update();
    }

    void bringBackDomain(DomainName domain, Instant deletedAt) {
        for (var table : List.of("mailbox", "alias")) {
            jdbc.sql("update %s set deleted_at = null where domain = :name and deleted_at = :moment".formatted(table))
                    .param("name", domain.ascii())
                    .param("moment", LocalDateTime.ofInstant(deletedAt, ZoneOffset.UTC))
                    .update();
        }
        jdbc.sql("update domain" + BACK + "where name = :name and deleted_at is not null")
                .param("name", domain.ascii())
                .update();
    }

    /** In the bin or not. */
    List<HostedAddress> mailboxesOf(DomainName domain) {
        return jdbc.sql("select address from mailbox where domain = :domain order by address")
                .param("domain", domain.ascii())
                .query((row, _) -> HostedAddress.parse(Objects.requireNonNull(row.getString("address"))))
                .list();
    }

    void eraseAddress(String address) {
        jdbc.sql("delete from address where address = :address")
                .param("address", address)
                .update();
    }

    void eraseDomain(DomainName domain) {
        jdbc.sql("delete from domain where name = :name")
                .param("name", domain.ascii())
                .update();
    }
}
