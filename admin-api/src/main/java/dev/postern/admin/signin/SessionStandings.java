package dev.postern.admin.signin;

import dev.postern.admin.identity.SignedIn.Standing;
import dev.postern.admin.sessions.Session;
import dev.postern.admin.sessions.Standings;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asked of the database at each request: what an owner takes away is gone with the next page. */
@Component
class SessionStandings implements Standings {

    private final Accounts accounts;
    private final SignInPolicy policy;
    private final SecondFactors secondFactors;

    SessionStandings(Accounts accounts, SignInPolicy policy, SecondFactors secondFactors) {
        this.accounts = accounts;
        this.policy = policy;
        this.secondFactors = secondFactors;
    }

    @Override
    public Optional<Standing> of(Session session) {
        if (!accounts.isEnabled(session.username())) {
            return Optional.empty();
        }
        return session.method().isTwoFactors() || !policy.isSecondFactorRequired()
                ? Optional.of(Standing.OPERATOR)
                : withoutSecondFactor(session);
    }

    /** Whoever has set one up meanwhile, elsewhere, has it to sign in with. */
    private Optional<Standing> withoutSecondFactor(Session session) {
        return secondFactors.of(session.identity()).any()
                ? Optional.empty()
                : Optional.of(Standing.OPERATOR_WITHOUT_SECOND_FACTOR);
    }
}
