package dev.postern.admin.operators;

import dev.postern.admin.access.Role;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import java.util.Set;

/** What is to be different; what is empty stays as it is. */
public record OperatorChange(Optional<Role> role, Optional<Set<DomainName>> domains, Optional<Boolean> enabled) {}
