package dev.postern.admin.operators;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordGenerator;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.passwords.PasswordRule;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody else in. */
@Service
public class CreateOperator {

    private final Operators operators;
    private final OperatorRules rules;
    private final PasswordHashing hashing;
    private final PasswordGenerator generator;
    private final Access access;
    private final AuditLog audit;

    CreateOperator(
            Operators operators,
            OperatorRules rules,
            PasswordHashing hashing,
            PasswordGenerator generator,
            Access access,
            AuditLog audit) {
        this.operators = operators;
        this.rules = rules;
        this.hashing = hashing;
        this.generator = generator;
        this.access = access;
        this.audit = audit;
    }

    /** The answer has the password in it, if one was made. */
    @Transactional
    public Outcome<OperatorWithPassword> apply(NewOperator wanted) {
        access.toRunThePlatform();
        return wanted.password()
                .flatMap(password ->
                        PasswordRule.complaint(password, wanted.username().text()))
                .<Refusal>map(complaint -> new Refusal.Unfit("password", complaint))
                .or(() -> rules.refusalOf(wanted.role(), wanted.domains()))
                .<Outcome<OperatorWithPassword>>map(Outcome::refused)
                .orElseGet(() -> add(wanted));
    }

    private Outcome<OperatorWithPassword> add(NewOperator wanted) {
        var generated = wanted.password().isPresent() ? Optional.<Password>empty() : Optional.of(generator.generate());
        var hash = hashing.hash(wanted.password().or(() -> generated).orElseThrow());
        var username = wanted.username();
        if (!operators.add(username, wanted.role(), wanted.enabled(), hash)) {
            return Outcome.refused(
                    new Refusal.Taken("username", "There is an operator %s already.".formatted(username)));
        }
        operators.change(username, wanted.role(), wanted.enabled(), wanted.domains());
        var made = operators.find(username).orElseThrow();
        audit.add(AuditEvent.ofPlatform(
                "operator.created", username.text(), Optional.empty(), Optional.of(Snapshot.of(made))));
        return Outcome.done(new OperatorWithPassword(made, generated));
    }
}
