package dev.postern.backup.manifest;

import java.util.regex.Pattern;

/** The name of a snapshot: the SHA-256 of what describes it, in hexadecimal. */
public record SnapshotId(String value) {

    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{64}");

    /**
     * Takes a name.
     *
     * @throws IllegalArgumentException if it is not a whole name
     */
    public SnapshotId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("\"%s\" is not the name of a snapshot".formatted(value));
        }
    }

    /** Whether a text has the form of a whole name. */
    public static boolean isValid(String text) {
        return WHOLE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
