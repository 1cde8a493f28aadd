package dev.postern.admin.mailboxes;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.text.DisplayName;
import dev.postern.admin.text.Note;
import java.util.Optional;

/**
 * A mailbox to be made.
 *
 * @param password empty = make one
 * @param quota empty = what is usual in its domain
 */
public record NewMailbox(
        HostedAddress address,
        Optional<Password> password,
        DisplayName displayName,
        Note note,
        Optional<Quota> quota,
        boolean enabled) {}
