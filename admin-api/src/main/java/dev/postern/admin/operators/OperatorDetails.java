package dev.postern.admin.operators;

import dev.postern.admin.sessions.Sessions;
import dev.postern.admin.signin.SecondFactors;
import org.springframework.stereotype.Component;

/** Adds to an operator how he signs in, and when he last did. */
@Component
class OperatorDetails {

    private final SecondFactors secondFactors;
    private final Sessions sessions;

    OperatorDetails(SecondFactors secondFactors, Sessions sessions) {
        this.secondFactors = secondFactors;
        this.sessions = sessions;
    }

    OperatorResource of(Operator operator) {
        return OperatorResource.of(
                operator,
                secondFactors.of(operator.identity()),
                sessions.lastSignIn(operator.username().text()));
    }
}
