package dev.postern.backup.catalogue;

import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Manifest;
import dev.postern.backup.manifest.RunId;
import dev.postern.backup.manifest.SnapshotId;
import dev.postern.backup.manifest.Trigger;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A backup in the repository, as far as the list of snapshots tells.
 *
 * @param manifest the snapshot with its manifest
 * @param whole whether everything can be restored from it
 * @param complete whether it holds all that it was to hold
 * @param parts the snapshots that it needs
 */
public record StoredBackup(
        RunId run,
        SnapshotId manifest,
        Set<Trigger> triggers,
        boolean whole,
        boolean complete,
        Map<Component, SnapshotId> parts) {

    public StoredBackup {
        triggers = Collections.unmodifiableSet(EnumSet.copyOf(triggers));
        parts = parts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    static StoredBackup of(Manifest manifest, SnapshotId snapshot) {
        var parts = new EnumMap<Component, SnapshotId>(Component.class);
        manifest.parts().forEach(part -> parts.put(part.component(), part.snapshot()));
        return new StoredBackup(
                manifest.run(), snapshot, manifest.triggers(), manifest.isWhole(), manifest.isComplete(), parts);
    }

    /** A backup of which a snapshot has gone is not complete any more. */
    StoredBackup asFarAsThere(Set<SnapshotId> snapshots) {
        if (snapshots.containsAll(parts.values())) {
            return this;
        }
        var there = new EnumMap<Component, SnapshotId>(Component.class);
        parts.forEach((component, snapshot) -> {
            if (snapshots.contains(snapshot)) {
                there.put(component, snapshot);
            }
        });
        return new StoredBackup(run, manifest, triggers, false, false, there);
    }
}
