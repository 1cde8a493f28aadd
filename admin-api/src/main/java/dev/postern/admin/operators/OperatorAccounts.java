package dev.postern.admin.operators;

import dev.postern.admin.signin.Accounts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What operators sign in to. */
@Component
class OperatorAccounts implements Accounts {

    private final Operators operators;

    OperatorAccounts(Operators operators) {
        this.operators = operators;
    }

    @Override
    public Optional<Account> find(String name) {
        try {
            var username = new Username(name);
            return operators
                    .find(username)
                    .map(operator -> new Account(operator.enabled(), operators.passwordOf(username)));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }
}
