package dev.postern.admin.tokens;

import dev.postern.admin.access.Grant;
import dev.postern.admin.access.Role;
import dev.postern.admin.networks.Network;
import dev.postern.common.mail.DomainName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token to be made.
 *
 * @param role empty = that of whoever makes it
 * @param domains empty = those of whoever makes it
 * @param networks none = those of the token that makes it, else everywhere
 * @param expiresAt empty = after the usual time
 */
public record NewToken(
        String name,
        Optional<Role> role,
        Optional<Set<DomainName>> domains,
        Set<Grant> grants,
        Set<Network> networks,
        Optional<Instant> expiresAt) {}
