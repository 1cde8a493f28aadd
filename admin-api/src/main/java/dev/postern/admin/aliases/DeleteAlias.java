package dev.postern.admin.aliases;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.Addresses;
import dev.postern.admin.addresses.Holder;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes an alias or a catch-all. */
@Service
class DeleteAlias {

    private final Aliases aliases;
    private final Addresses addresses;
    private final Access access;
    private final AuditLog audit;

    DeleteAlias(Aliases aliases, Addresses addresses, Access access, AuditLog audit) {
        this.aliases = aliases;
        this.addresses = addresses;
        this.access = access;
        this.audit = audit;
    }

    /** False if there is none. */
    @Transactional
    public boolean apply(AliasAddress address) {
        access.toChange(address.domain());
        var before = aliases.find(address);
        if (before.isEmpty() || !addresses.release(address.toString(), Holder.ALIAS)) {
            return false;
        }
        audit.add(AuditEvent.gone("alias.deleted", address.toString(), address.domain(), Snapshot.of(before.get())));
        return true;
    }
}
