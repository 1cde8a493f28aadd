package dev.postern.admin.account;

import dev.postern.admin.identity.Identity;
import dev.postern.admin.operators.Operators;
import dev.postern.admin.operators.Username;
import dev.postern.admin.passkeys.Passkeys;
import dev.postern.admin.recovery.RecoveryCodes;
import dev.postern.admin.sessions.Method;
import dev.postern.admin.sessions.Session;
import dev.postern.admin.sessions.Sessions;
import dev.postern.admin.signin.RequireSecondFactor;
import dev.postern.admin.signin.SecondFactors;
import dev.postern.admin.totp.RemoveTotp;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that an operator can still sign in, and as strongly as is asked of him, whatever he takes away. */
@Service
class OwnFactors {

    private final Operators operators;
    private final SecondFactors factors;
    private final RequireSecondFactor policy;
    private final RemoveTotp removeTotp;
    private final Passkeys passkeys;
    private final RecoveryCodes recoveryCodes;
    private final Sessions sessions;
    private final StoreOperatorPassword password;

    OwnFactors(
            Operators operators,
            SecondFactors factors,
            RequireSecondFactor policy,
            RemoveTotp removeTotp,
            Passkeys passkeys,
            RecoveryCodes recoveryCodes,
            Sessions sessions,
            StoreOperatorPassword password) {
        this.operators = operators;
        this.factors = factors;
        this.policy = policy;
        this.removeTotp = removeTotp;
        this.passkeys = passkeys;
        this.recoveryCodes = recoveryCodes;
        this.sessions = sessions;
        this.password = password;
    }

    /** Why something stays. */
    enum Refusal {
        /** A second factor is asked of all operators, and it is the last one. */
        REQUIRED,
        /** Nothing would be left to sign in with. */
        LAST,
        /** It is not there. */
        MISSING
    }

    /** Something new counts for the session he is at; the first factor brings recovery codes with it, which are shown once. */
    @Transactional
    public List<String> added(Session session, Method method) {
        if (!session.method().isTwoFactors()) {
            sessions.strengthen(session, method);
        }
        return factors.of(session.identity()).recoveryCodes() == 0
                ? recoveryCodes.issue(session.identity())
                : List.of();
    }

    @Transactional
    public Optional<Refusal> removeApp(Identity identity) {
        var owned = factors.of(identity);
        if (owned.passkeys() == 0 && policy.isRequired()) {
            return Optional.of(Refusal.REQUIRED);
        }
        if (!removeTotp.apply(identity)) {
            return Optional.of(Refusal.MISSING);
        }
        tidy(identity);
        return Optional.empty();
    }

    @Transactional
    public Optional<Refusal> removePasskey(Identity identity, String id) {
        var owned = factors.of(identity);
        if (owned.passkeys() == 1 && !hasPassword(identity)) {
            return Optional.of(Refusal.LAST);
        }
        if (owned.passkeys() == 1 && !owned.app() && policy.isRequired()) {
            return Optional.of(Refusal.REQUIRED);
        }
        if (!passkeys.remove(identity, id)) {
            return Optional.of(Refusal.MISSING);
        }
        tidy(identity);
        return Optional.empty();
    }

    @Transactional
    public Optional<Refusal> removePassword(Session session) {
        if (factors.of(session.identity()).passkeys() == 0) {
            return Optional.of(Refusal.LAST);
        }
        if (!hasPassword(session.identity())) {
            return Optional.of(Refusal.MISSING);
        }
        password.apply(session, Optional.empty());
        return Optional.empty();
    }

    /** Codes in place of a second factor are for who has one. */
    private void tidy(Identity identity) {
        if (!factors.of(identity).any()) {
            recoveryCodes.revoke(identity);
        }
    }

    boolean hasPassword(Identity identity) {
        return operators.passwordOf(new Username(identity.name())).isPresent();
    }
}
