package dev.postern.admin.self;

import java.time.Duration;

/** Who did not show that a mailbox is his. */
sealed interface Stranger extends PasswordChange, OwnAddresses {

    /** Address or password is wrong; which of them is not told. */
    record NotTheOwner() implements Stranger {}

    record TooManyGuesses(Duration pause) implements Stranger {}
}
