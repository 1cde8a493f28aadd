package dev.postern.admin.operators;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.identity.Belongings;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.passwords.PasswordGenerator;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.sessions.Sessions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For somebody who cannot sign in any more: a new password, no second factor, and the end of every session, since nobody
 * knows who has what he lost.
 */
@Service
public class ResetOperator {

    private final Operators operators;
    private final PasswordHashing hashing;
    private final PasswordGenerator generator;
    private final List<Belongings> belongings;
    private final Sessions sessions;
    private final Access access;
    private final AuditLog audit;

    ResetOperator(
            Operators operators,
            PasswordHashing hashing,
            PasswordGenerator generator,
            List<Belongings> belongings,
            Sessions sessions,
            Access access,
            AuditLog audit) {
        this.operators = operators;
        this.hashing = hashing;
        this.generator = generator;
        this.belongings = belongings;
        this.sessions = sessions;
        this.access = access;
        this.audit = audit;
    }

    /** The answer alone has the password in it. */
    @Transactional
    public Outcome<OperatorWithPassword> apply(Username username) {
        access.toRunThePlatform();
        var held = operators.hold(username);
        if (held.isEmpty()) {
            return Outcome.refused(OperatorRules.missing(username));
        }
        var password = generator.generate();
        operators.setPassword(username, Optional.of(hashing.hash(password)));
        belongings.forEach(kept -> kept.removeAllOf(held.get().identity()));
        sessions.revokeOthers(username.text(), Optional.empty());
        audit.add(AuditEvent.ofPlatform("operator.reset", username.text(), Optional.empty(), Optional.empty()));
        return Outcome.done(new OperatorWithPassword(operators.find(username).orElseThrow(), Optional.of(password)));
    }
}
