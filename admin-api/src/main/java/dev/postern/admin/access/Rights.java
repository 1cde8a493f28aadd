package dev.postern.admin.access;

import dev.postern.common.mail.DomainName;
import java.util.Set;

/**
 * What somebody may do.
 *
 * @param domains those of a domain administrator; empty for the others, whose role is about all domains
 */
public record Rights(Role role, Set<DomainName> domains) {

    public Rights {
        domains = role == Role.DOMAIN_ADMINISTRATOR ? Set.copyOf(domains) : Set.of();
    }

    public static Rights of(Role role) {
        return new Rights(role, Set.of());
    }

    public Scope scope() {
        return role == Role.DOMAIN_ADMINISTRATOR ? new Scope.Only(domains) : new Scope.Everything();
    }
}
