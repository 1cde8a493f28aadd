package dev.postern.admin.domains;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a domain to the platform. */
@Service
public class CreateDomain {

    private final Domains domains;
    private final Access access;
    private final AuditLog audit;

    CreateDomain(Domains domains, Access access, AuditLog audit) {
        this.domains = domains;
        this.access = access;
        this.audit = audit;
    }

    /** The domain has no mailbox yet. */
    @Transactional
    public Outcome<Domain> apply(NewDomain wanted) {
        var name = wanted.name();
        access.toRunThePlatform();
        if (!name.ascii().contains(".")) {
            return Outcome.refused(new Refusal.Unfit(
                    "name", "'%s' has no dot; give the whole name, like example.org.".formatted(name)));
        }
        if (!domains.add(wanted)) {
            return Outcome.refused(new Refusal.Taken(
                    "name",
                    domains.isDiscarded(name)
                            ? ("The domain %s was deleted and lies in the bin. Bring it back from there, or erase it"
                                            + " there for good and try again.")
                                    .formatted(name)
                            : "The domain %s is there already.".formatted(name)));
        }
        var made = domains.find(name).orElseThrow();
        audit.add(AuditEvent.made("domain.created", name.ascii(), name, Snapshot.of(made)));
        return Outcome.done(made);
    }
}
