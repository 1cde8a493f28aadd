package dev.postern.admin.usage;

import dev.postern.admin.addresses.HostedAddress;

/** A mailbox and how much it holds, in bytes. */
public record LargeMailbox(HostedAddress address, long usedBytes, long quotaBytes) {}
