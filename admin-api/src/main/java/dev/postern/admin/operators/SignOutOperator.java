package dev.postern.admin.operators;

import dev.postern.admin.access.Access;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.sessions.Sessions;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions of somebody else, who may sign in again. */
@Service
public class SignOutOperator {

    private final Operators operators;
    private final Sessions sessions;
    private final Access access;

    SignOutOperator(Operators operators, Sessions sessions, Access access) {
        this.operators = operators;
        this.sessions = sessions;
        this.access = access;
    }

    /** Ends all of them, and tells how many there were. */
    @Transactional
    public Outcome<Integer> everywhere(Username username) {
        access.toRunThePlatform();
        return operators.find(username).isEmpty()
                ? Outcome.refused(OperatorRules.missing(username))
                : Outcome.done(sessions.revokeOthers(username.text(), Optional.empty()));
    }

    /** Ends one of them, by its name. */
    @Transactional
    public Outcome<Username> in(Username username, String session) {
        access.toRunThePlatform();
        return sessions.revoke(username.text(), session)
                ? Outcome.done(username)
                : Outcome.refused(new Refusal.Missing("%s has no such session.".formatted(username)));
    }
}
