package dev.postern.admin.operators;

import dev.postern.admin.access.Role;
import dev.postern.admin.passwords.Password;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import java.util.Set;

/**
 * An operator who is wanted.
 *
 * @param password empty to have one made
 */
public record NewOperator(
        Username username, Role role, Set<DomainName> domains, boolean enabled, Optional<Password> password) {

    public NewOperator {
        domains = Set.copyOf(domains);
    }
}
