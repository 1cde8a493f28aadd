package dev.postern.admin.migration.export;

import dev.postern.admin.domains.DomainLimits;
import dev.postern.admin.text.Note;
import dev.postern.common.mail.DomainName;

/** A domain of another mail server. */
public record ExportedDomain(Place place, DomainName name, boolean enabled, Note note, DomainLimits limits) {}
