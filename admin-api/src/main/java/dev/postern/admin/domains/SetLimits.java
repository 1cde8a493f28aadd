package dev.postern.admin.domains;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says how much may be in a domain. That is not for its own administrators to say. */
@Service
public class SetLimits {

    private final Domains domains;
    private final Access access;
    private final AuditLog audit;

    SetLimits(Domains domains, Access access, AuditLog audit) {
        this.domains = domains;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Sets all of them.
     *
     * @param seen the version of the domain that was looked at, if that matters
     */
    @Transactional
    public Outcome<Domain> apply(DomainName name, DomainLimits limits, Optional<Long> seen) {
        access.toRunThePlatform();
        var before = domains.hold(name);
        if (before.isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no domain %s.".formatted(name)));
        }
        return before.get()
                .refusalUnless(seen)
                .<Outcome<Domain>>map(Outcome::refused)
                .orElseGet(() -> set(before.get(), limits));
    }

    private Outcome<Domain> set(Domain before, DomainLimits limits) {
        var name = before.name();
        domains.setLimits(name, limits);
        audit.add(AuditEvent.changed(
                "domain.limits-set", name.ascii(), name, Snapshot.of(before.limits()), Snapshot.of(limits)));
        return Outcome.done(domains.find(name).orElseThrow());
    }
}
