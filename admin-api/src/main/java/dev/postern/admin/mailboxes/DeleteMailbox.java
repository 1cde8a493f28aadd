package dev.postern.admin.mailboxes;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.Addresses;
import dev.postern.admin.addresses.Holder;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes an account; its mail stays where it is. */
@Service
class DeleteMailbox {

    private final Mailboxes mailboxes;
    private final Addresses addresses;
    private final Access access;
    private final AuditLog audit;

    DeleteMailbox(Mailboxes mailboxes, Addresses addresses, Access access, AuditLog audit) {
        this.mailboxes = mailboxes;
        this.addresses = addresses;
        this.access = access;
        this.audit = audit;
    }

    /** False if there is none. */
    @Transactional
    public boolean apply(HostedAddress address) {
        access.toChange(address.domain());
        var before = mailboxes.find(address);
        if (before.isEmpty() || !addresses.release(address.toString(), Holder.MAILBOX)) {
            return false;
        }
        audit.add(AuditEvent.gone("mailbox.deleted", address.toString(), address.domain(), Snapshot.of(before.get())));
        return true;
    }
}
