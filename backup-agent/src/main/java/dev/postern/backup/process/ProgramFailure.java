package dev.postern.backup.process;

import org.jspecify.annotations.Nullable;

/** A program did not come to an end of its own, or could not be spoken with. */
public class ProgramFailure extends Exception {

    private final Kind kind;
    private final String text;

    public ProgramFailure(Kind kind, String message) {
        this(kind, message, null);
    }

    public ProgramFailure(Kind kind, String message, @Nullable Throwable cause) {
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

    /** What went wrong. */
    public enum Kind {
        NOT_STARTED,
        STOPPED,
        TOO_LONG,
        BROKEN_OFF
    }
}
