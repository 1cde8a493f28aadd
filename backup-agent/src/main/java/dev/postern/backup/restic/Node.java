package dev.postern.backup.restic;

import java.time.Instant;

/**
 * A file or directory in a snapshot.
 *
 * @param path from the root of the snapshot, beginning with a slash
 */
public record Node(String path, Type type, long size, Instant modified) {

    /** What it is. */
    public enum Type {
        FILE,
        DIRECTORY,
        OTHER
    }
}
