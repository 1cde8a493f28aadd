package dev.postern.admin.aliases;

import java.util.Optional;

/** What is to be different; what is empty stays as it is. */
public record AliasChange(Optional<Targets> targets, Optional<Boolean> enabled) {}
