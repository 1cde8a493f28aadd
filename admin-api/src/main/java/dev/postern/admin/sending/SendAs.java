package dev.postern.admin.sending;

import dev.postern.admin.addresses.HostedAddress;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code send_as}: addresses that a mailbox may send under besides its own and those that lead to it. */
@Repository
public class SendAs {

    private final JdbcClient jdbc;

    SendAs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sorted. */
    public List<HostedAddress> of(HostedAddress mailbox) {
        return jdbc.sql("select address from send_as where mailbox = :mailbox order by address")
                .param("mailbox", mailbox.toString())
                .query((row, _) -> HostedAddress.parse(Objects.requireNonNull(row.getString("address"))))
                .list();
    }

    void set(HostedAddress mailbox, Collection<HostedAddress> addresses) {
        jdbc.sql("delete from send_as where mailbox = :mailbox")
                .param("mailbox", mailbox.toString())
                .update();
        addresses.forEach(address -> jdbc.sql(
                        "insert into send_as (mailbox, address, domain) values (:mailbox, :address, :domain)")
                .param("mailbox", mailbox.toString())
                .param("address", address.toString())
                .param("domain", address.domain().ascii())
                .update());
    }
}
