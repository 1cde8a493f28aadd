package dev.postern.admin.pages.operators;

import dev.postern.admin.access.Role;
import dev.postern.admin.operators.NewOperator;
import dev.postern.admin.operators.Username;
import dev.postern.admin.pages.Submission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked when somebody else is let in. His first password is made, so that nobody has to think one up for him. */
record NewOperatorForm(
        @Nullable String username,
        @Nullable String role,
        @Nullable String domains) {

    /** As little as possible, until it is chosen. */
    static final NewOperatorForm EMPTY = new NewOperatorForm("", Role.AUDITOR.text(), "");

    /** Empty if name or role cannot be understood. */
    Optional<NewOperator> read(Submission submission) {
        var name = submission.required("username", Username::parse);
        var wanted = submission.required("role", Role::parse);
        var run = OperatorForm.domains(submission);
        return name.flatMap(known -> wanted.map(of -> new NewOperator(known, of, run, true, Optional.empty())));
    }
}
