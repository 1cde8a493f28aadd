package dev.postern.admin.signin;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.identity.Identity;
import dev.postern.admin.passkeys.CheckPasskey;
import dev.postern.admin.passkeys.PasskeyChallenge;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.sessions.Client;
import dev.postern.admin.sessions.Method;
import dev.postern.admin.sessions.Sessions;
import dev.postern.admin.signin.CheckPassword.Verdict;
import dev.postern.common.service.login.FailedLogins;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Lets somebody in who has shown that it is he: by password and what else he has set up, or by a passkey. */
@Service
public class OperatorSignIn {

    private static final Duration TIME_FOR_THE_SECOND_FACTOR = Duration.ofMinutes(5);
    private static final String PASSKEY = Method.PASSKEY.text();

    private final Accounts accounts;
    private final CheckPassword passwords;
    private final SecondFactors secondFactors;
    private final CheckPasskey passkeys;
    private final FailedLogins failures;
    private final Sessions sessions;
    private final SignInLog log;
    private final InstantSource clock;

    OperatorSignIn(
            Accounts accounts,
            CheckPassword passwords,
            SecondFactors secondFactors,
            CheckPasskey passkeys,
            FailedLogins failures,
            Sessions sessions,
            SignInLog log,
            InstantSource clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.passkeys = passkeys;
        this.failures = failures;
        this.sessions = sessions;
        this.log = log;
        this.clock = clock;
    }

    /** The first half, and the whole of it for whoever has set up nothing else. */
    public SignInOutcome withPassword(String claimed, Password password, Client client) {
        return switch (passwords.apply(claimed, password, client)) {
            case Verdict.Wrong() -> new SignInOutcome.Wrong();
            case Verdict.Delayed(var wait) -> new SignInOutcome.Delayed(wait);
            case Verdict.Right() ->
                secondFactors.of(Identity.operator(claimed)).any()
                        ? new SignInOutcome.SecondFactorNeeded(
                                new PendingSignIn(claimed, clock.instant().plus(TIME_FOR_THE_SECOND_FACTOR)))
                        : begin(claimed, Method.PASSWORD, client);
        };
    }

    /**
     * The second half. Guesses count from all addresses together, since whoever gets here knows the password.
     *
     * @param typed a code of the app, or one of the recovery codes
     */
    public SignInOutcome withCode(PendingSignIn pending, String typed, Client client) {
        var username = pending.username();
        var source = new FailedLogins.Source("code " + username, "");
        var wait = failures.waitFor(source);
        if (wait.isPositive()) {
            log.delayed("code");
            return new SignInOutcome.Delayed(wait);
        }
        if (!clock.instant().isBefore(pending.expiresAt())) {
            return new SignInOutcome.TooLate();
        }
        var method = accounts.isEnabled(username)
                ? secondFactors.shown(Identity.operator(username), typed)
                : Optional.<Method>empty();
        if (method.isEmpty()) {
            failures.add(source);
            log.failed(Optional.of(username), "code", client);
            return new SignInOutcome.Wrong();
        }
        failures.forget(source);
        return begin(username, method.get(), client);
    }

    /**
     * Both halves in one.
     *
     * @param answer what the browser says, in JSON
     */
    public SignInOutcome withPasskey(PasskeyChallenge.ToSignIn challenge, String answer, Client client) {
        var username = passkeys.apply(challenge, answer)
                .filter(identity -> identity.kind() == Identity.Kind.OPERATOR)
                .map(Identity::name);
        if (username.filter(accounts::isEnabled).isEmpty()) {
            log.failed(username, PASSKEY, client);
            return new SignInOutcome.Wrong();
        }
        return begin(username.get(), Method.PASSKEY, client);
    }

    private SignInOutcome begin(String username, Method method, Client client) {
        var begun = Acting.as(Actor.known(username, client.address()), () -> sessions.begin(username, method, client));
        log.succeeded(method.text());
        return new SignInOutcome.Done(begun);
    }
}
