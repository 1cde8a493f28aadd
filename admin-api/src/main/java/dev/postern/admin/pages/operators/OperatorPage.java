package dev.postern.admin.pages.operators;

import dev.postern.admin.access.Access;
import dev.postern.admin.operators.Operators;
import dev.postern.admin.operators.Username;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.sessions.Sessions;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one operator shows. A form that was refused stays as it was filled in. */
@Component
class OperatorPage {

    private final Operators operators;
    private final OperatorRows rows;
    private final Sessions sessions;
    private final Access access;

    OperatorPage(Operators operators, OperatorRows rows, Sessions sessions, Access access) {
        this.operators = operators;
        this.rows = rows;
        this.sessions = sessions;
        this.access = access;
    }

    String show(Username username, Model model) {
        var operator = NoSuchPage.unless(operators.find(username));
        model.addAttribute("row", rows.of(operator));
        model.addAttribute("roles", Roles.ALL);
        model.addAttribute("sessions", sessions.of(username.text()));
        model.addAttribute("own", isOwn(username));
        if (!model.containsAttribute("generalForm")) {
            model.addAttribute("generalForm", OperatorForm.of(operator));
        }
        return "operators/one";
    }

    /** Whoever looks at himself does what concerns his own log-in on his own page. */
    boolean isOwn(Username username) {
        return access.actor().operator().equals(Optional.of(username.text()));
    }
}
