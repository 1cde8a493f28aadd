package dev.postern.admin.aliases;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets an alias lead elsewhere, or takes it out of use. */
@Service
public class ChangeAlias {

    private final Aliases aliases;
    private final TargetCheck targetCheck;
    private final ExpiryCheck expiryCheck;
    private final Access access;
    private final AuditLog audit;

    ChangeAlias(Aliases aliases, TargetCheck targetCheck, ExpiryCheck expiryCheck, Access access, AuditLog audit) {
        this.aliases = aliases;
        this.targetCheck = targetCheck;
        this.expiryCheck = expiryCheck;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Changes what is named.
     *
     * @param seen the version of the alias that the change was thought out with, if that matters
     */
    @Transactional
    public Outcome<Alias> apply(AliasAddress address, AliasChange change, Optional<Long> seen) {
        access.toChange(address.domain());
        var before = aliases.hold(address);
        if (before.isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no alias %s.".formatted(address)));
        }
        return before.get()
                .refusalUnless(seen)
                .or(() -> change.targets().flatMap(wanted -> targetCheck.refusal(address, wanted)))
                .or(() -> change.expiry().flatMap(expiryCheck::refusal))
                .<Outcome<Alias>>map(Outcome::refused)
                .orElseGet(() -> change(before.get(), change));
    }

    private Outcome<Alias> change(Alias before, AliasChange change) {
        var address = before.address();
        aliases.change(address, change);
        var after = aliases.find(address).orElseThrow();
        audit.add(AuditEvent.changed(
                "alias.changed", address.toString(), address.domain(), Snapshot.of(before), Snapshot.of(after)));
        return Outcome.done(after);
    }
}
