package dev.postern.admin.migration.accounts;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.forwarding.Forwarding;

/** Where the mail of a new mailbox would go on to. */
public record PlannedForwarding(HostedAddress mailbox, Forwarding forwarding) {}
