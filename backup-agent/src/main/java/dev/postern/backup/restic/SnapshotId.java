package dev.postern.backup.restic;

import java.util.regex.Pattern;

/** The name of a snapshot: the SHA-256 of what describes it, in hexadecimal. */
public record SnapshotId(String value) {

    private static final Pattern WHOLE = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if it is not a whole name */
    public SnapshotId {
        if (!WHOLE.matcher(value).matches()) {
            throw new IllegalArgumentException("\"%s\" is not the name of a snapshot".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
