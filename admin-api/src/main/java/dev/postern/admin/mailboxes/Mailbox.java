package dev.postern.admin.mailboxes;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.outcome.Versioned;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.text.DisplayName;
import dev.postern.admin.text.Note;
import dev.postern.admin.text.Reason;
import java.time.Instant;

/**
 * A mailbox of one of our domains.
 *
 * @param displayName what its owner is called
 * @param enabled while false, nobody can log in to it, and no mail is taken for it
 * @param disabledReason why that is so
 */
public record Mailbox(
        HostedAddress address,
        DisplayName displayName,
        Note note,
        Quota quota,
        boolean enabled,
        Reason disabledReason,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {}
