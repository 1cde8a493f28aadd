package dev.postern.admin.pages.mailboxes;

import org.jspecify.annotations.Nullable;

/** A password for the owner of a mailbox; empty has one made. */
record PasswordForm(@Nullable String password) {

    /** Never in a log. */
    @Override
    public String toString() {
        return "PasswordForm[…]";
    }
}
