package dev.postern.admin.mailboxes;

import dev.postern.admin.passwords.Password;
import java.util.Optional;

/**
 * A mailbox that was just made.
 *
 * @param generated the password, when it was made here: this is the only time it can be told
 */
public record CreatedMailbox(Mailbox mailbox, Optional<Password> generated) {}
