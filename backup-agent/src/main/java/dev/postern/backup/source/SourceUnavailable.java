package dev.postern.backup.source;

import org.jspecify.annotations.Nullable;

/** A component cannot be saved now. The message says why and what to do. */
public final class SourceUnavailable extends Exception {

    private final String text;

    public SourceUnavailable(String message) {
        this(message, null);
    }

    public SourceUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.text = message;
    }

    @Override
    public String getMessage() {
        return text;
    }
}
