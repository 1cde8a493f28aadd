package dev.postern.admin.migration.accounts;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.Password;
import java.util.List;

/**
 * What was taken over.
 *
 * @param passwords those that were made for mailboxes whose own could not be kept: this is the only time they can be told
 */
public record ImportedAccounts(AccountPlan plan, List<NewPassword> passwords) {

    public ImportedAccounts {
        passwords = List.copyOf(passwords);
    }

    /** A mailbox and the password that was made for it. */
    public record NewPassword(HostedAddress address, Password password) {}
}
