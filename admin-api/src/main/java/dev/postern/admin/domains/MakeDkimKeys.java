package dev.postern.admin.domains;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.surroundings.DkimKeys;
import dev.postern.admin.surroundings.WatchSurroundings;
import dev.postern.common.mail.DomainName;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Has dkim-tools make the first keys of a domain, so that its mail leaves signed. */
@Service
public class MakeDkimKeys {

    private final Domains domains;
    private final DkimKeys keys;
    private final WatchSurroundings watch;
    private final Access access;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    MakeDkimKeys(
            Domains domains,
            DkimKeys keys,
            WatchSurroundings watch,
            Access access,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.domains = domains;
        this.keys = keys;
        this.watch = watch;
        this.access = access;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Nothing is made where there are keys: a further pair is for dkim-tools' own page. */
    public Outcome<DomainName> apply(DomainName domain) {
        access.toChange(domain);
        if (domains.find(domain).isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no domain %s.".formatted(domain)));
        }
        var present = keys.recordsOf(domain);
        if (present.isEmpty()) {
            return silent();
        }
        return present.get().isEmpty() ? make(domain) : Outcome.done(domain);
    }

    private Outcome<DomainName> make(DomainName domain) {
        if (!keys.make(domain)) {
            return silent();
        }
        transaction.executeWithoutResult(_ -> audit.add(
                AuditEvent.made("domain.dkim-keys-made", domain.ascii(), domain, Snapshot.of("dkimKeys", "made"))));
        watch.signs(domain);
        return Outcome.done(domain);
    }

    private static Outcome<DomainName> silent() {
        return Outcome.refused(
                new Refusal.Unfit("dkim", "dkim-tools does not answer, so no keys were made; try again in a minute."));
    }
}
