package dev.postern.admin.forwarding;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.Target;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code mailbox_forward}, and whether a mailbox keeps a copy. */
@Repository
public class Forwardings {

    private final JdbcClient jdbc;

    Forwardings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if there is no such mailbox. */
    public Optional<Forwarding> of(HostedAddress mailbox) {
        return read(mailbox, "");
    }

    /** The same, and it stays so until the end of the transaction. */
    Optional<Forwarding> hold(HostedAddress mailbox) {
        return read(mailbox, " for update");
    }

    private Optional<Forwarding> read(HostedAddress mailbox, String lock) {
        return jdbc.sql("select keeps_copy from mailbox where address = :mailbox and deleted_at is null" + lock)
                .param("mailbox", mailbox.toString())
                .query(Boolean.class)
                .optional()
                .map(keepsCopy -> new Forwarding(
                        jdbc.sql("select target from mailbox_forward where mailbox = :mailbox order by position")
                                .param("mailbox", mailbox.toString())
                                .query((row, _) -> Target.parse(Objects.requireNonNull(row.getString("target"))))
                                .list(),
                        keepsCopy));
    }

    void set(HostedAddress mailbox, Forwarding forwarding) {
        jdbc.sql("update mailbox set keeps_copy = :keepsCopy where address = :mailbox")
                .param("keepsCopy", forwarding.keepsCopy())
                .param("mailbox", mailbox.toString())
                .update();
        jdbc.sql("delete from mailbox_forward where mailbox = :mailbox")
                .param("mailbox", mailbox.toString())
                .update();
        var position = 0;
        for (var target : forwarding.targets()) {
            jdbc.sql("""
                            insert into mailbox_forward (mailbox, position, target, target_domain, leads_to)
                            values (:mailbox, :position, :target, :domain, :leadsTo)""")
                    .param("mailbox", mailbox.toString())
                    .param("position", position++)
                    .param("target", target.toString())
                    .param("domain", target.domain().ascii())
                    .param("leadsTo", target.mailbox().toString())
                    .update();
        }
    }
}
