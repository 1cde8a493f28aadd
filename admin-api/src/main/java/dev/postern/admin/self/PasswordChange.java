package dev.postern.admin.self;

/** What became of an owner's wish for another password. */
sealed interface PasswordChange permits PasswordChange.Changed, PasswordChange.TooWeak, Stranger {

    record Changed() implements PasswordChange {}

    /**
     * The password wanted is not good enough.
     *
     * @param complaint what to do better
     */
    record TooWeak(String complaint) implements PasswordChange {}
}
