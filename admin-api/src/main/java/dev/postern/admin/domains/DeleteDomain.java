package dev.postern.admin.domains;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.common.mail.DomainName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes a domain with all its accounts. */
@Service
class DeleteDomain {

    private final Domains domains;
    private final Access access;
    private final AuditLog audit;

    DeleteDomain(Domains domains, Access access, AuditLog audit) {
        this.domains = domains;
        this.access = access;
        this.audit = audit;
    }

    /** False if there is none. */
    @Transactional
    public boolean apply(DomainName name) {
        access.toRunThePlatform();
        var before = domains.find(name);
        if (before.isEmpty() || !domains.remove(name)) {
            return false;
        }
        audit.add(AuditEvent.gone("domain.deleted", name.ascii(), name, Snapshot.of(before.get())));
        return true;
    }
}
