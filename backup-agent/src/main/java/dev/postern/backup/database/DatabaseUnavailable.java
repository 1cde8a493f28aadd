package dev.postern.backup.database;

import org.jspecify.annotations.Nullable;

/** MariaDB does not answer as it should. */
public final class DatabaseUnavailable extends Exception {

    private final String text;

    DatabaseUnavailable(String message) {
        this(message, null);
    }

    DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.text = message;
    }

    @Override
    public String getMessage() {
        return text;
    }
}
