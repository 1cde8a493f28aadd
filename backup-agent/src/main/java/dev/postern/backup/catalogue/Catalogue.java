package dev.postern.backup.catalogue;

import dev.postern.backup.manifest.Manifest;
import dev.postern.backup.manifest.SnapshotId;
import dev.postern.backup.restic.ResticFailure;
import dev.postern.backup.restic.Snapshot;
import dev.postern.backup.restic.SnapshotReader;
import dev.postern.backup.restic.SnapshotWriter;
import dev.postern.backup.restic.Work;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The backups that are in a repository. */
public final class Catalogue {

    private static final String FILE = "manifest.json";
    private static final int MAX_BYTES = 64 << 20;

    private final SnapshotReader reader;
    private final SnapshotWriter writer;

    public Catalogue(SnapshotReader reader, SnapshotWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /** All backups, the oldest first, and the snapshots that belong to none. */
    public Listing list(Work work) throws ResticFailure {
        return Listing.of(reader.list(work));
    }

    public Manifest manifest(StoredBackup backup, Work work) throws ResticFailure, UnreadableManifest {
        var json = new ByteArrayOutputStream();
        reader.read(backup.manifest(), "/" + FILE, work, content -> json.write(content.readNBytes(MAX_BYTES)));
        return ManifestJson.read(json.toByteArray());
    }

    /** Makes a backup of what until then is a few snapshots. */
    public StoredBackup add(Manifest manifest, Work work) throws ResticFailure {
        var json = ManifestJson.write(manifest);
        var snapshot = writer.save(FILE, stream -> stream.write(json), Marks.of(manifest), work)
                .snapshot()
                .orElseThrow();
        return StoredBackup.of(manifest, snapshot);
    }

    /**
     * What a list of snapshots says.
     *
     * @param backups the oldest first
     * @param loose snapshots that no backup needs: what was left by one that did not come to its end
     */
    public record Listing(List<StoredBackup> backups, List<SnapshotId> loose) {

        public Listing {
            backups = List.copyOf(backups);
            loose = List.copyOf(loose);
        }

        /** What somebody else keeps in the same repository is none of our business. */
        static Listing of(List<Snapshot> snapshots) {
            var ours = snapshots.stream().filter(Marks::areOn).map(Snapshot::id).collect(Collectors.toSet());
            var backups = snapshots.stream()
                    .flatMap(snapshot -> Marks.read(snapshot).stream())
                    .map(backup -> backup.asFarAsThere(ours))
                    .sorted(Comparator.comparing(StoredBackup::run))
                    .toList();
            return new Listing(backups, notNeeded(ours, backups));
        }

        /** The same, and a new backup. */
        public Listing with(StoredBackup made) {
            var more = new ArrayList<>(backups);
            more.add(made);
            return new Listing(more, loose);
        }

        /** What is left over if only these backups are kept. */
        public List<SnapshotId> withoutUse(List<StoredBackup> kept) {
            var all = new HashSet<>(loose);
            backups.forEach(backup -> all.addAll(needed(backup)));
            return notNeeded(all, kept);
        }

        private static List<SnapshotId> notNeeded(Set<SnapshotId> all, List<StoredBackup> kept) {
            var left = new HashSet<>(all);
            kept.forEach(backup -> left.removeAll(needed(backup)));
            return left.stream().sorted(Comparator.comparing(SnapshotId::value)).toList();
        }

        private static Set<SnapshotId> needed(StoredBackup backup) {
            var needed = new HashSet<>(backup.parts().values());
            needed.add(backup.manifest());
            return needed;
        }
    }
}
