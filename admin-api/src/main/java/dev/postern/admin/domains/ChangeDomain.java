package dev.postern.admin.domains;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.signout.SignOuts;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what a domain's own administrators may decide. */
@Service
public class ChangeDomain {

    private final Domains domains;
    private final SignOuts signOuts;
    private final Access access;
    private final AuditLog audit;

    ChangeDomain(Domains domains, SignOuts signOuts, Access access, AuditLog audit) {
        this.domains = domains;
        this.signOuts = signOuts;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Changes what the change names.
     *
     * @param seen the version of the domain that the change was thought out with, if that matters
     */
    @Transactional
    public Outcome<Domain> apply(DomainName name, DomainChange change, Optional<Long> seen) {
        access.toChange(name);
        var before = domains.hold(name);
        if (before.isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no domain %s.".formatted(name)));
        }
        return before.get()
                .refusalUnless(seen)
                .<Outcome<Domain>>map(Outcome::refused)
                .orElseGet(() -> change(before.get(), change));
    }

    private Outcome<Domain> change(Domain before, DomainChange change) {
        var name = before.name();
        domains.change(name, change);
        var after = domains.find(name).orElseThrow();
        if (before.enabled() && !after.enabled()) {
            signOuts.of(name);
        }
        audit.add(AuditEvent.changed("domain.changed", name.ascii(), name, Snapshot.of(before), Snapshot.of(after)));
        return Outcome.done(after);
    }
}
