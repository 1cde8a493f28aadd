package dev.postern.admin.access;

import dev.postern.common.mail.DomainName;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do.
 *
 * @param domains those of a domain administrator; empty for the others, whose role is about all domains
 * @param grants the parts of the API he may use
 */
public record Rights(Role role, Set<DomainName> domains, Set<Grant> grants) {

    public Rights {
        domains = role == Role.DOMAIN_ADMINISTRATOR ? Set.copyOf(domains) : Set.of();
        grants = Set.copyOf(grants);
    }

    public Rights(Role role, Set<DomainName> domains) {
        this(role, domains, Grant.all());
    }

    public static Rights of(Role role) {
        return new Rights(role, Set.of());
    }

    public Scope scope() {
        return role == Role.DOMAIN_ADMINISTRATOR ? new Scope.Only(domains) : new Scope.Everything();
    }

    /**
     * What is left of these for somebody who may act for another only as far as that one may: an owner's limit is none,
     * and no other role includes one that is not itself.
     *
     * @return empty if nothing is left
     */
    public Optional<Rights> within(Rights limit) {
        var both = new HashSet<>(grants);
        both.retainAll(limit.grants);
        if (both.isEmpty() || (limit.role != Role.OWNER && limit.role != role)) {
            return Optional.empty();
        }
        if (limit.role != Role.DOMAIN_ADMINISTRATOR) {
            return Optional.of(new Rights(role, domains, both));
        }
        var shared = new HashSet<>(domains);
        shared.retainAll(limit.domains);
        return shared.isEmpty() ? Optional.empty() : Optional.of(new Rights(role, shared, both));
    }
}
