package dev.postern.admin.migration.export;

import dev.postern.common.mail.DomainName;

/** A domain whose addresses are those of another one. */
public record DomainAlias(Place place, DomainName name, DomainName target, boolean enabled) {}
