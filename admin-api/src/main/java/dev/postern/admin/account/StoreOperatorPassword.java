package dev.postern.admin.account;

import dev.postern.admin.credentials.CredentialAudit;
import dev.postern.admin.operators.Operators;
import dev.postern.admin.operators.Username;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.admin.sessions.Session;
import dev.postern.admin.sessions.Sessions;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets an operator's password, or takes it away, and ends his sessions in other browsers. */
@Service
class StoreOperatorPassword {

    private final Operators operators;
    private final Sessions sessions;
    private final CredentialAudit audit;

    StoreOperatorPassword(Operators operators, Sessions sessions, CredentialAudit audit) {
        this.operators = operators;
        this.sessions = sessions;
        this.audit = audit;
    }

    @Transactional
    public void apply(Session session, Optional<PasswordHash> password) {
        operators.setPassword(new Username(session.username()), password);
        sessions.revokeOthers(session.username(), Optional.of(session.id()));
        audit.happened(password.isPresent() ? "password.changed" : "password.removed", session.identity());
    }
}
