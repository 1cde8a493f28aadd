package dev.postern.admin.domains;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ChangeDomain {

    private final Domains domains;
    private final Access access;
    private final AuditLog audit;

    ChangeDomain(Domains domains, Access access, AuditLog audit) {
        this.domains = domains;
        this.access = access;
        this.audit = audit;
    }

    @Transactional
    public Outcome<Domain> apply(DomainName name, DomainChange change) {
        access.toChange(name);
        var before = domains.find(name);
        if (before.isEmpty() || !domains.change(name, change)) {
            return Outcome.refused(new Refusal.Missing("There is no domain %s.".formatted(name)));
        }
        var after = domains.find(name).orElseThrow();
        audit.add(AuditEvent.changed(
                "domain.changed", name.ascii(), name, Snapshot.of(before.get()), Snapshot.of(after)));
        return Outcome.done(after);
    }
}
