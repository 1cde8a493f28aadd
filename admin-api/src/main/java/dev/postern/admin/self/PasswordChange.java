package dev.postern.admin.self;

import java.time.Duration;

/** What became of an owner's wish for another password. */
sealed interface PasswordChange {

    record Changed() implements PasswordChange {}

    /** Address or password is wrong; which of them is not told. */
    record NotTheOwner() implements PasswordChange {}

    /**
     * The password wanted is not good enough.
     *
     * @param complaint what to do better
     */
    record TooWeak(String complaint) implements PasswordChange {}

    record TooManyGuesses(Duration pause) implements PasswordChange {}
}
