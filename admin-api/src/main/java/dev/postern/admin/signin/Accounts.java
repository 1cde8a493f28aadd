package dev.postern.admin.signin;

import dev.postern.admin.passwords.PasswordHash;
import java.util.Optional;

/** The accounts that operators sign in to. */
public interface Accounts {

    Optional<Account> find(String username);

    /** Whether there is such an account, and it is in use. */
    default boolean isEnabled(String username) {
        return find(username).filter(Account::enabled).isPresent();
    }

    /**
     * An account.
     *
     * @param password empty if it is opened by a passkey alone
     */
    record Account(boolean enabled, Optional<PasswordHash> password) {}
}
