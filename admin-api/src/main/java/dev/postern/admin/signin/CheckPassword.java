package dev.postern.admin.signin;

import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.sessions.Client;
import dev.postern.admin.signin.Accounts.Account;
import dev.postern.common.service.login.FailedLogins;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Whether somebody knows the password of an account. Who guesses waits longer and longer. */
@Service
public class CheckPassword {

    private final Accounts accounts;
    private final PasswordHashing hashing;
    private final FailedLogins failures;
    private final SignInLog log;

    CheckPassword(Accounts accounts, PasswordHashing hashing, FailedLogins failures, SignInLog log) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.failures = failures;
        this.log = log;
    }

    /** What was found. */
    public sealed interface Verdict {

        /** He knows it. */
        record Right() implements Verdict {}

        /** He does not, or there is no such account, or none with a password. */
        record Wrong() implements Verdict {}

        /** Nothing was looked at, since too many have been wrong. */
        record Delayed(Duration pause) implements Verdict {}
    }

    public Verdict apply(String claimed, Password given, Client client) {
        var source = new FailedLogins.Source(claimed, client.address());
        var wait = failures.waitFor(source);
        if (wait.isPositive()) {
            log.delayed("password");
            return new Verdict.Delayed(wait);
        }
        var account = accounts.find(claimed);
        if (!isRight(account, given)) {
            failures.add(source);
            log.failed(account.map(_ -> claimed), "password", client);
            return new Verdict.Wrong();
        }
        failures.forget(source);
        return new Verdict.Right();
    }

    /** What has no password costs as much time as what has one. */
    private boolean isRight(Optional<Account> account, Password given) {
        var known = account.filter(Account::enabled).flatMap(Account::password);
        if (known.isEmpty()) {
            hashing.pretendToMatch(given);
            return false;
        }
        return hashing.matches(given, known.get());
    }
}
