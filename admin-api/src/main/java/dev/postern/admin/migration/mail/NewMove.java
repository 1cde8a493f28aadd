package dev.postern.admin.migration.mail;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.Password;

/** Mail that is to come from somewhere. */
record NewMove(HostedAddress mailbox, SourceAccount source, Password password) {}
