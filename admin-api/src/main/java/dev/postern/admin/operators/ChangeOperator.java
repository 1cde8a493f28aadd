package dev.postern.admin.operators;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.Role;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.sessions.Sessions;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives an operator another role, other domains, or a rest. */
@Service
public class ChangeOperator {

    private final Operators operators;
    private final OperatorRules rules;
    private final Sessions sessions;
    private final Access access;
    private final AuditLog audit;

    ChangeOperator(Operators operators, OperatorRules rules, Sessions sessions, Access access, AuditLog audit) {
        this.operators = operators;
        this.rules = rules;
        this.sessions = sessions;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Changes what the change names.
     *
     * @param seen the version of the operator that the change was thought out with, if that matters
     */
    @Transactional
    public Outcome<Operator> apply(Username username, OperatorChange change, Optional<Long> seen) {
        access.toRunThePlatform();
        var anotherOwner = operators.isAnotherOwner(username);
        var held = operators.hold(username);
        if (held.isEmpty()) {
            return Outcome.refused(OperatorRules.missing(username));
        }
        var before = held.get();
        var wanted = wanted(before, change);
        return before.refusalUnless(seen)
                .or(() -> rules.refusalOf(wanted.role, wanted.domains))
                .or(() -> before.isRunningThePlatform() && !wanted.runsThePlatform() && !anotherOwner
                        ? Optional.of(OperatorRules.lastOwner(username))
                        : Optional.<Refusal>empty())
                .<Outcome<Operator>>map(Outcome::refused)
                .orElseGet(() -> change(before, wanted));
    }

    private record Wanted(Role role, Set<DomainName> domains, boolean enabled) {

        boolean runsThePlatform() {
            return enabled && role == Role.OWNER;
        }
    }

    /** Whoever gets another role leaves his domains behind, unless he is told which he has. */
    private static Wanted wanted(Operator before, OperatorChange change) {
        var role = change.role().orElse(before.role());
        var kept = role == Role.DOMAIN_ADMINISTRATOR ? Set.copyOf(before.domains()) : Set.<DomainName>of();
        return new Wanted(role, change.domains().orElse(kept), change.enabled().orElse(before.enabled()));
    }

    private Outcome<Operator> change(Operator before, Wanted wanted) {
        operators.change(before.username(), wanted.role, wanted.enabled, wanted.domains);
        if (before.enabled() && !wanted.enabled) {
            sessions.revokeOthers(before.username().text(), Optional.empty());
        }
        var after = operators.find(before.username()).orElseThrow();
        audit.add(AuditEvent.ofPlatform(
                "operator.changed",
                before.username().text(),
                Optional.of(Snapshot.of(before)),
                Optional.of(Snapshot.of(after))));
        return Outcome.done(after);
    }
}
