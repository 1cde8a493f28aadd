package dev.postern.admin.migration.export;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.ForeignPassword;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.text.DisplayName;
import java.util.Optional;

/**
 * A mailbox of another mail server.
 *
 * @param quota empty where it had no limit
 */
public record ExportedMailbox(
        Place place,
        HostedAddress address,
        ForeignPassword password,
        DisplayName displayName,
        Optional<Quota> quota,
        boolean enabled) {}
