package dev.postern.backup.manifest;

import java.time.Instant;
import java.util.List;

/**
 * One component in a backup.
 *
 * @param snapshot where it lies; an earlier backup's, if nothing had changed since
 * @param savedAt when it was found as it is there
 * @param addedBytes how much larger the repository became by it
 * @param entries what is in it
 * @param problems what could not be saved of it, for people; empty if it is whole
 */
public record Part(
        Component component,
        SnapshotId snapshot,
        Instant savedAt,
        long addedBytes,
        List<Entry> entries,
        List<String> problems) {

    public Part {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    public long count() {
        return entries.stream().mapToLong(Entry::count).sum();
    }

    public long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    /** The same content, found unchanged at another time. */
    public Part foundAgain(Instant at) {
        return new Part(component, snapshot, at, 0, entries, List.of());
    }

    /** The same, taken over into another backup without another look. */
    public Part carriedOver() {
        return new Part(component, snapshot, savedAt, 0, entries, problems);
    }
}
