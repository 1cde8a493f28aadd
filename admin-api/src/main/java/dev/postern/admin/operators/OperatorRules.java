package dev.postern.admin.operators;

import dev.postern.admin.access.Role;
import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What has to be true of operators, whatever is done to them. */
@Component
class OperatorRules {

    private final Operators operators;

    OperatorRules(Operators operators) {
        this.operators = operators;
    }

    /** Domains are for those who run them, and have to be there. */
    Optional<Refusal> refusalOf(Role role, Set<DomainName> domains) {
        if (role != Role.DOMAIN_ADMINISTRATOR && !domains.isEmpty()) {
            return Optional.of(new Refusal.Unfit(
                    "domains",
                    "Only a domain administrator has domains; the others see all of them. Leave them out, or take that"
                            + " role."));
        }
        return operators.unknown(domains).stream()
                .findFirst()
                .map(unknown -> new Refusal.Unfit("domains", "There is no domain %s here.".formatted(unknown)));
    }

    static Refusal missing(Username username) {
        return new Refusal.Missing("There is no operator %s.".formatted(username));
    }

    static Refusal lastOwner(Username username) {
        return new Refusal.Unfit(
                "role", "%s is the last owner who can sign in; make somebody else an owner first.".formatted(username));
    }
}
