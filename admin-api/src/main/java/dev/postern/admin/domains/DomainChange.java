package dev.postern.admin.domains;

import java.util.Optional;

/** What is to be different; what is empty stays as it is. */
public record DomainChange(Optional<Boolean> enabled, Optional<RelayName> relay) {}
