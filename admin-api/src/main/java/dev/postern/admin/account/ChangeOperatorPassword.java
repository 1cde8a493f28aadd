package dev.postern.admin.account;

import dev.postern.admin.operators.Operators;
import dev.postern.admin.operators.Username;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.passwords.PasswordRule;
import dev.postern.admin.sessions.Session;
import dev.postern.admin.signin.CheckPassword;
import dev.postern.admin.signin.CheckPassword.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Gives an operator the password he wants, once he has shown the present one. Whoever knew that is signed out. */
@Service
class ChangeOperatorPassword {

    private final Operators operators;
    private final CheckPassword check;
    private final PasswordHashing hashing;
    private final StoreOperatorPassword store;

    ChangeOperatorPassword(
            Operators operators, CheckPassword check, PasswordHashing hashing, StoreOperatorPassword store) {
        this.operators = operators;
        this.check = check;
        this.hashing = hashing;
        this.store = store;
    }

    /** What became of it. */
    sealed interface Outcome {

        record Done() implements Outcome {}

        /** The present one is not what he said. */
        record Wrong() implements Outcome {}

        record Delayed(Duration pause) implements Outcome {}

        /** The new one is not good enough. */
        record TooWeak(String complaint) implements Outcome {}
    }

    Outcome apply(Session session, Password present, Password wanted) {
        var username = new Username(session.username());
        var verdict = operators.passwordOf(username).isPresent()
                ? check.apply(session.username(), present, session.client())
                : new Verdict.Right();
        return switch (verdict) {
            case Verdict.Wrong() -> new Outcome.Wrong();
            case Verdict.Delayed(var wait) -> new Outcome.Delayed(wait);
            case Verdict.Right() ->
                PasswordRule.complaint(wanted, username.text())
                        .<Outcome>map(Outcome.TooWeak::new)
                        .orElseGet(() -> {
                            store.apply(session, Optional.of(hashing.hash(wanted)));
                            return new Outcome.Done();
                        });
        };
    }
}
