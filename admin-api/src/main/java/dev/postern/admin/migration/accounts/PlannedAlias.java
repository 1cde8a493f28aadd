package dev.postern.admin.migration.accounts;

import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.Targets;
import dev.postern.admin.migration.export.Place;

/** An alias that would be made. */
public record PlannedAlias(Place place, AliasAddress address, Targets targets, boolean enabled) {}
