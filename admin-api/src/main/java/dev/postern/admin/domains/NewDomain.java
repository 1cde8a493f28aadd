package dev.postern.admin.domains;

import dev.postern.admin.text.Note;
import dev.postern.common.mail.DomainName;

/** A domain to be added. */
public record NewDomain(DomainName name, boolean enabled, RelayName relay, Note note, DetailSeparator separator) {}
