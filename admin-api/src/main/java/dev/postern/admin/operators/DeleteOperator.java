package dev.postern.admin.operators;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.identity.Belongings;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.sessions.Sessions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody in no more, and forgets what he signed in with. */
@Service
public class DeleteOperator {

    private final Operators operators;
    private final List<Belongings> belongings;
    private final Sessions sessions;
    private final Access access;
    private final AuditLog audit;

    DeleteOperator(Operators operators, List<Belongings> belongings, Sessions sessions, Access access, AuditLog audit) {
        this.operators = operators;
        this.belongings = belongings;
        this.sessions = sessions;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Deletes him.
     *
     * @param seen the version of the operator that was looked at, if that matters
     */
    @Transactional
    public Outcome<Operator> apply(Username username, Optional<Long> seen) {
        access.toRunThePlatform();
        var anotherOwner = operators.isAnotherOwner(username);
        var held = operators.hold(username);
        if (held.isEmpty()) {
            return Outcome.refused(OperatorRules.missing(username));
        }
        var operator = held.get();
        return operator.refusalUnless(seen)
                .or(() -> operator.isRunningThePlatform() && !anotherOwner
                        ? Optional.of(OperatorRules.lastOwner(username))
                        : Optional.<Refusal>empty())
                .<Outcome<Operator>>map(Outcome::refused)
                .orElseGet(() -> delete(operator));
    }

    private Outcome<Operator> delete(Operator operator) {
        sessions.revokeOthers(operator.username().text(), Optional.empty());
        operators.remove(operator.username());
        belongings.forEach(kept -> kept.removeAllOf(operator.identity()));
        audit.add(AuditEvent.ofPlatform(
                "operator.deleted", operator.username().text(), Optional.of(Snapshot.of(operator)), Optional.empty()));
        return Outcome.done(operator);
    }
}
