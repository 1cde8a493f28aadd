package dev.postern.admin.migration.mail;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.quota.Quota;

/** Whose mail comes from where, and the password there. */
record MoveWish(HostedAddress mailbox, Quota quota, SourceAccount source, Password password) {}
