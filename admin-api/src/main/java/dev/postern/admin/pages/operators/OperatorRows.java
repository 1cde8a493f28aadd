package dev.postern.admin.pages.operators;

import dev.postern.admin.operators.Operator;
import dev.postern.admin.sessions.Sessions;
import dev.postern.admin.signin.SecondFactors;
import org.springframework.stereotype.Component;

@Component
class OperatorRows {

    private final SecondFactors secondFactors;
    private final Sessions sessions;

    OperatorRows(SecondFactors secondFactors, Sessions sessions) {
        this.secondFactors = secondFactors;
        this.sessions = sessions;
    }

    OperatorRow of(Operator operator) {
        return new OperatorRow(
                operator,
                secondFactors.of(operator.identity()),
                sessions.lastSignIn(operator.username().text()).orElse(null));
    }
}
