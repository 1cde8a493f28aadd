package dev.postern.admin.domains;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says who runs the accounts of a domain, besides the owners, who run all of them. */
@Service
public class SetAdministrators {

    private final Domains domains;
    private final Administrators administrators;
    private final Access access;
    private final AuditLog audit;

    SetAdministrators(Domains domains, Administrators administrators, Access access, AuditLog audit) {
        this.domains = domains;
        this.administrators = administrators;
        this.access = access;
        this.audit = audit;
    }

    /** These and nobody else. */
    @Transactional
    public Outcome<List<String>> apply(DomainName domain, Collection<String> usernames) {
        access.toRunThePlatform();
        if (domains.hold(domain).isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no domain %s.".formatted(domain)));
        }
        var unfit = administrators.unfit(usernames);
        if (!unfit.isEmpty()) {
            return Outcome.refused(new Refusal.Unfit(
                    "administrators",
                    "No operator with the role domain_administrator: %s. Owners run every domain anyway."
                            .formatted(String.join(", ", unfit))));
        }
        var before = administrators.of(domain);
        administrators.set(domain, new TreeSet<>(usernames));
        var after = administrators.of(domain);
        audit.add(AuditEvent.changed(
                "domain.administrators-set",
                domain.ascii(),
                domain,
                Snapshot.of("administrators", before),
                Snapshot.of("administrators", after)));
        return Outcome.done(after);
    }
}
