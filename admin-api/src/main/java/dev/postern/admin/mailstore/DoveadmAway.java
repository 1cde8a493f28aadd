package dev.postern.admin.mailstore;

import org.jspecify.annotations.Nullable;

/** Dovecot did not answer, or not as it should. The message says which, for the log. */
public final class DoveadmAway extends RuntimeException {

    DoveadmAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
