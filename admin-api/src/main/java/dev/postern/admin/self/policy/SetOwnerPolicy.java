package dev.postern.admin.self.policy;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what owners may do themselves. What they did before stays, but for replies, which are not sent any more. */
@Service
public class SetOwnerPolicy {

    private final Domains domains;
    private final OwnerPolicies policies;
    private final Access access;
    private final AuditLog audit;

    SetOwnerPolicy(Domains domains, OwnerPolicies policies, Access access, AuditLog audit) {
        this.domains = domains;
        this.policies = policies;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Sets all of it.
     *
     * @param seen the version of the domain that was looked at, if that matters
     */
    @Transactional
    public Outcome<OwnerPolicy> apply(DomainName name, OwnerPolicy wanted, Optional<Long> seen) {
        access.toChange(name);
        var domain = domains.hold(name);
        if (domain.isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no domain %s.".formatted(name)));
        }
        return domain.get()
                .refusalUnless(seen)
                .<Outcome<OwnerPolicy>>map(Outcome::refused)
                .orElseGet(() -> set(name, wanted));
    }

    private Outcome<OwnerPolicy> set(DomainName name, OwnerPolicy wanted) {
        var before = policies.of(name).orElseThrow();
        policies.set(name, wanted);
        audit.add(AuditEvent.changed(
                "domain.self-service-set", name.ascii(), name, Snapshot.of(before), Snapshot.of(wanted)));
        return Outcome.done(wanted);
    }
}
