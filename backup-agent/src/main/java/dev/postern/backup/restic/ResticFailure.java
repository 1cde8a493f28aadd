package dev.postern.backup.restic;

import org.jspecify.annotations.Nullable;

/** restic could not do what it was asked to. The message says what happened, to what, and what to do. */
public final class ResticFailure extends Exception {

    private final Kind kind;
    private final String text;

    ResticFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    ResticFailure(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.text = message;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return text;
    }

    /** What kind of failure it is. */
    public enum Kind {
        /** There is no repository at the place. */
        NO_REPOSITORY,
        /** Another restic works on it, or was killed while it did. */
        LOCKED,
        WRONG_PASSWORD,
        /** No room is left on the disk. */
        FULL,
        /** Somebody asked it to stop. */
        STOPPED,
        TOO_LONG,
        /** What was to be saved did not come, or not all of it. */
        NO_INPUT,
        /** restic found what it keeps damaged. */
        DAMAGED,
        /** Another version than the one that is tested with this service. */
        OTHER_VERSION,
        OTHER
    }
}
