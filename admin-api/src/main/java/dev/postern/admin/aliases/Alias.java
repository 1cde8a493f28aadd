package dev.postern.admin.aliases;

import dev.postern.admin.outcome.Versioned;
import java.time.Instant;

/**
 * An address that leads to others.
 *
 * @param enabled while false, the alias does not exist for the outside
 */
public record Alias(
        AliasAddress address, Targets targets, boolean enabled, Instant createdAt, Instant updatedAt, long version)
        implements Versioned {}
