package dev.postern.admin.bin;

import dev.postern.admin.addresses.HostedAddress;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code mail_erasure}: whose mail is still to be removed. */
@Repository
class MailErasures {

    private final JdbcClient jdbc;

    MailErasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(HostedAddress mailbox) {
        jdbc.sql("""
                        insert into mail_erasure (mailbox) values (:mailbox)
                        on duplicate key update asked_at = utc_timestamp(6)""").param("mailbox", mailbox.toString()).update();
    }

    /** Those that were asked for until a moment, in the order in which they were. */
    List<HostedAddress> askedUntil(Instant moment) {
        return jdbc.sql(
                        "select mailbox from mail_erasure where asked_at <= :moment order by asked_at, mailbox limit 100")
                .param("moment", LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
                .query((row, _) -> HostedAddress.parse(Objects.requireNonNull(row.getString("mailbox"))))
                .list();
    }

    void done(HostedAddress mailbox) {
        jdbc.sql("delete from mail_erasure where mailbox = :mailbox")
                .param("mailbox", mailbox.toString())
                .update();
    }
}
