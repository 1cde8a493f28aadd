package dev.postern.backup.source;

import dev.postern.backup.catalogue.Marks;
import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Part;
import dev.postern.backup.manifest.RunId;
import dev.postern.backup.restic.SnapshotReader;
import dev.postern.backup.restic.SnapshotWriter;
import dev.postern.backup.restic.Work;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One component being saved in one backup.
 *
 * @param previous how it was saved last, with a snapshot that is still there
 * @param at now
 */
public record Saving(
        RunId run, Instant at, Optional<Part> previous, SnapshotWriter writer, SnapshotReader reader, Work work) {

    SortedSet<String> marks(Component component) {
        return Marks.of(run, component);
    }
}
