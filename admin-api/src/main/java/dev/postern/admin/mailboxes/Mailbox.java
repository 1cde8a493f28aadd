package dev.postern.admin.mailboxes;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.outcome.Versioned;
import dev.postern.admin.quota.Quota;
import java.time.Instant;

/**
 * A mailbox of one of our domains.
 *
 * @param enabled while false, nobody can log in to it, and no mail is taken for it
 */
public record Mailbox(
        HostedAddress address, Quota quota, boolean enabled, Instant createdAt, Instant updatedAt, long version)
        implements Versioned {}
