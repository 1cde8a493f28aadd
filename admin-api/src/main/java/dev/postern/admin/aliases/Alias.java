package dev.postern.admin.aliases;

import dev.postern.admin.outcome.Versioned;
import dev.postern.admin.text.Note;
import java.time.Instant;

/**
 * An address that leads to others.
 *
 * @param disposable whether it was made up to be given away and thrown away
 * @param enabled while false, the alias does not exist for the outside
 */
public record Alias(
        AliasAddress address,
        Targets targets,
        Note note,
        boolean disposable,
        boolean enabled,
        Expiry expiry,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
