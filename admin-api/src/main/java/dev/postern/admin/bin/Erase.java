package dev.postern.admin.bin;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.identity.Belongings;
import dev.postern.admin.identity.Identity;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removes what lies in the bin for good. Its mail is noted to be removed: whatever happens then, that is not forgotten. */
@Component
class Erase {

    private final BinTables tables;
    private final MailErasures erasures;
    private final List<Belongings> belongings;
    private final AuditLog audit;

    Erase(BinTables tables, MailErasures erasures, List<Belongings> belongings, AuditLog audit) {
        this.tables = tables;
        this.erasures = erasures;
        this.belongings = belongings;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void apply(BinEntry entry) {
        switch (entry.kind()) {
            case DOMAIN -> {
                tables.mailboxesOf(entry.domain()).forEach(this::forget);
                tables.eraseDomain(entry.domain());
            }
            case MAILBOX -> {
                forget(HostedAddress.parse(entry.name()));
                tables.eraseAddress(entry.name());
            }
            case ALIAS -> tables.eraseAddress(entry.name());
        }
        audit.add(AuditEvent.gone(
                entry.kind().name().toLowerCase(Locale.ROOT) + ".erased",
                entry.name(),
                entry.domain(),
                Snapshot.of(entry)));
    }

    private void forget(HostedAddress mailbox) {
        erasures.add(mailbox);
        belongings.forEach(kept -> kept.removeAllOf(Identity.mailbox(mailbox.toString())));
    }
}
