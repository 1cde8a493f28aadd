package dev.postern.backup.restic;

import java.util.List;
import java.util.Optional;

/**
 * What came of saving something.
 *
 * @param snapshot the new snapshot; none if nothing had changed since the parent
 * @param files how many files were looked at
 * @param bytes how much they hold
 * @param addedBytes how much larger the repository became
 * @param unreadable what could not be read, in restic's words; there is a snapshot of the rest
 */
public record Saved(Optional<SnapshotId> snapshot, long files, long bytes, long addedBytes, List<String> unreadable) {

    public Saved {
        unreadable = List.copyOf(unreadable);
    }
}
