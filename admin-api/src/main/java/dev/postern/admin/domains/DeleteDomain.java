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

/** Puts a domain with all its accounts into the bin, from which it can be brought back. */
@Service
public class DeleteDomain {

    private final Domains domains;
    private final SignOuts signOuts;
    private final Access access;
    private final AuditLog audit;

    DeleteDomain(Domains domains, SignOuts signOuts, Access access, AuditLog audit) {
        this.domains = domains;
        this.signOuts = signOuts;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Returns how it was.
     *
     * @param seen the version of the domain that was looked at, if that matters
     */
    @Transactional
    public Outcome<Domain> apply(DomainName name, Optional<Long> seen) {
        access.toRunThePlatform();
        var before = domains.hold(name);
        if (before.isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no domain %s.".formatted(name)));
        }
        return before.get()
                .refusalUnless(seen)
                .<Outcome<Domain>>map(Outcome::refused)
                .orElseGet(() -> remove(before.get()));
    }

    private Outcome<Domain> remove(Domain domain) {
        domains.discard(domain.name());
        signOuts.of(domain.name());
        audit.add(AuditEvent.gone("domain.deleted", domain.name().ascii(), domain.name(), Snapshot.of(domain)));
        return Outcome.done(domain);
    }
}
