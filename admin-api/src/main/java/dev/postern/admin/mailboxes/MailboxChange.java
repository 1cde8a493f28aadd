package dev.postern.admin.mailboxes;

import dev.postern.admin.passwords.PasswordHash;
import java.util.Optional;

/** What is to be different; what is empty stays as it is. */
public record MailboxChange(Optional<PasswordHash> password, Optional<Quota> quota, Optional<Boolean> enabled) {

    public static MailboxChange password(PasswordHash password) {
        return new MailboxChange(Optional.of(password), Optional.empty(), Optional.empty());
    }
}
