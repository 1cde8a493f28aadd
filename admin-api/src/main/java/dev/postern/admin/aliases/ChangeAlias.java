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

@Service
class ChangeAlias {

    private final Aliases aliases;
    private final TargetCheck targetCheck;
    private final Access access;
    private final AuditLog audit;

    ChangeAlias(Aliases aliases, TargetCheck targetCheck, Access access, AuditLog audit) {
        this.aliases = aliases;
        this.targetCheck = targetCheck;
        this.access = access;
        this.audit = audit;
    }

    @Transactional
    public Outcome<Alias> apply(AliasAddress address, Optional<Targets> targets, Optional<Boolean> enabled) {
        access.toChange(address.domain());
        var before = aliases.find(address);
        if (before.isEmpty()) {
            return Outcome.refused(missing(address));
        }
        var refusal = targets.flatMap(wanted -> targetCheck.refusal(address, wanted));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        // Writing the alias first keeps it as it is until the targets stand.
        if (!aliases.enable(address, enabled.orElse(before.get().enabled()))) {
            return Outcome.refused(missing(address));
        }
        targets.ifPresent(wanted -> aliases.retarget(address, wanted));
        var after = aliases.find(address).orElseThrow();
        audit.add(AuditEvent.changed(
                "alias.changed", address.toString(), address.domain(), Snapshot.of(before.get()), Snapshot.of(after)));
        return Outcome.done(after);
    }

    private static Refusal missing(AliasAddress address) {
        return new Refusal.Missing("There is no alias %s.".formatted(address));
    }
}
