package dev.postern.admin.migration.export;

import dev.postern.admin.aliases.AliasAddress;
import java.util.List;

/**
 * An alias of another mail server.
 *
 * @param targets as they are written there
 */
public record ExportedAlias(Place place, AliasAddress address, List<String> targets, boolean enabled) {

    public ExportedAlias {
        targets = List.copyOf(targets);
    }
}
