package dev.postern.admin.operators;

import dev.postern.admin.access.Role;
import dev.postern.admin.identity.Identity;
import dev.postern.admin.outcome.Versioned;
import dev.postern.common.mail.DomainName;
import java.time.Instant;
import java.util.List;

/**
 * Somebody who runs the platform, or a part of it.
 *
 * @param domains those of a domain administrator, by name
 * @param password whether he has one; if not, a passkey opens his account
 */
public record Operator(
        Username username,
        Role role,
        List<DomainName> domains,
        boolean enabled,
        boolean password,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    public Operator {
        domains = List.copyOf(domains);
    }

    public Identity identity() {
        return Identity.operator(username.text());
    }

    boolean isRunningThePlatform() {
        return enabled && role == Role.OWNER;
    }
}
