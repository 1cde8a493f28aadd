package dev.postern.backup.catalogue;

import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Entry;
import dev.postern.backup.manifest.Gap;
import dev.postern.backup.manifest.Manifest;
import dev.postern.backup.manifest.Part;
import dev.postern.backup.manifest.RunId;
import dev.postern.backup.manifest.SnapshotId;
import dev.postern.backup.manifest.Trigger;
import dev.postern.common.mail.Sha256;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A manifest as the file that lies in the repository. The format is described in the README; old ones stay readable. */
public final class ManifestJson {

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.shared();

    private ManifestJson() {}

    /** Writes it. */
    public static byte[] write(Manifest manifest) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(ManifestFile.of(manifest));
    }

    /**
     * Reads it.
     *
     * @throws UnreadableManifest if it is not one, or of a version that came later
     */
    public static Manifest read(byte[] json) throws UnreadableManifest {
        try {
            var file = JSON.readValue(json, ManifestFile.class);
            if (file.format() != FORMAT) {
                throw new UnreadableManifest("it has format %d, and this version reads %d: use a newer Postern"
                        .formatted(file.format(), FORMAT));
            }
            return file.toManifest();
        } catch (JacksonException | IllegalArgumentException | NullPointerException damaged) {
            throw new UnreadableManifest("it cannot be understood: " + damaged.getMessage(), damaged);
        }
    }

    private record ManifestFile(
            int format,
            String run,
            List<String> triggers,
            List<String> scope,
            Instant startedAt,
            Instant finishedAt,
            Map<String, String> versions,
            List<PartField> parts,
            List<GapField> gaps) {

        private static ManifestFile of(Manifest manifest) {
            return new ManifestFile(
                    FORMAT,
                    manifest.run().value(),
                    manifest.triggers().stream().map(Trigger::word).toList(),
                    manifest.scope().stream().map(Component::word).toList(),
                    manifest.startedAt(),
                    manifest.finishedAt(),
                    manifest.versions(),
                    manifest.parts().stream().map(PartField::of).toList(),
                    manifest.gaps().stream().map(GapField::of).toList());
        }

        private Manifest toManifest() {
            return new Manifest(
                    new RunId(run),
                    triggers.stream()
                            .map(word -> Trigger.named(word).orElseThrow(() -> unknown(word)))
                            .collect(Collectors.toSet()),
                    scope.stream().map(ManifestJson::component).collect(Collectors.toSet()),
                    startedAt,
                    finishedAt,
                    versions,
                    parts.stream().map(PartField::toPart).toList(),
                    gaps.stream().map(GapField::toGap).toList());
        }
    }

    private record PartField(
            String component,
            String snapshot,
            Instant savedAt,
            long addedBytes,
            List<EntryField> entries,
            List<String> problems) {

        private static PartField of(Part part) {
            return new PartField(
                    part.component().word(),
                    part.snapshot().value(),
                    part.savedAt(),
                    part.addedBytes(),
                    part.entries().stream().map(EntryField::of).toList(),
                    part.problems());
        }

        private Part toPart() {
            return new Part(
                    ManifestJson.component(component),
                    new SnapshotId(snapshot),
                    savedAt,
                    addedBytes,
                    entries.stream().map(EntryField::toEntry).toList(),
                    problems);
        }
    }

    private record EntryField(String name, long count, long bytes, String digest) {

        private static EntryField of(Entry entry) {
            return new EntryField(
                    entry.name(), entry.count(), entry.bytes(), entry.digest().hex());
        }

        private Entry toEntry() {
            return new Entry(name, count, bytes, Sha256.fromBytes(HexFormat.of().parseHex(digest)));
        }
    }

    private record GapField(String component, String reason) {

        private static GapField of(Gap gap) {
            return new GapField(gap.component().word(), gap.reason());
        }

        private Gap toGap() {
            return new Gap(ManifestJson.component(component), reason);
        }
    }

    private static Component component(String word) {
        return Component.named(word).orElseThrow(() -> unknown(word));
    }

    private static IllegalArgumentException unknown(String word) {
        return new IllegalArgumentException("\"%s\" is not known here".formatted(word));
    }
}
