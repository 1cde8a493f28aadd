package dev.postern.admin.mailboxes;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.quota.Quota;
import java.util.Optional;

/**
 * A mailbox to be made.
 *
 * @param password empty = make one
 * @param quota empty = the usual one
 */
public record NewMailbox(HostedAddress address, Optional<Password> password, Optional<Quota> quota, boolean enabled) {}
