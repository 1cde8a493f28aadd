package dev.postern.backup.restic;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A snapshot as the repository lists it. */
public record Snapshot(SnapshotId id, Instant time, SortedSet<String> tags) {

    public Snapshot {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }
}
