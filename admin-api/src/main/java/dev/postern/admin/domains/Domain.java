package dev.postern.admin.domains;

import dev.postern.admin.outcome.Versioned;
import dev.postern.admin.text.Note;
import dev.postern.common.mail.DomainName;
import java.time.Instant;

/**
 * A domain this platform takes mail for.
 *
 * @param enabled while false, no mail is taken for the domain and none of its mailboxes can log in
 * @param relay takes its mail to the outside
 */
public record Domain(
        DomainName name,
        boolean enabled,
        RelayName relay,
        Note note,
        DetailSeparator separator,
        DomainLimits limits,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
