package dev.postern.admin.pages.operators;

import dev.postern.admin.access.Role;
import dev.postern.admin.operators.Operator;
import dev.postern.admin.operators.OperatorChange;
import dev.postern.admin.pages.Lines;
import dev.postern.admin.pages.Submission;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be changed about an operator. */
record OperatorForm(
        @Nullable String role,
        @Nullable String domains,
        boolean enabled,
        @Nullable Long version) {

    static OperatorForm of(Operator operator) {
        return new OperatorForm(
                operator.role().text(),
                Lines.of(operator.domains().stream().map(DomainName::unicode).toList()),
                operator.enabled(),
                operator.version());
    }

    OperatorChange read(Submission submission) {
        return new OperatorChange(
                submission.required("role", Role::parse), Optional.of(domains(submission)), Optional.of(enabled));
    }

    static Set<DomainName> domains(Submission submission) {
        return submission
                .optional(
                        "domains",
                        text -> Lines.parse(text).stream()
                                .map(DomainName::parse)
                                .collect(Collectors.toSet()))
                .orElseGet(Set::of);
    }
}
