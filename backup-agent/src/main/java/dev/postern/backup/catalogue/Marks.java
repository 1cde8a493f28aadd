package dev.postern.backup.catalogue;

import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Manifest;
import dev.postern.backup.manifest.RunId;
import dev.postern.backup.manifest.SnapshotId;
import dev.postern.backup.manifest.Trigger;
import dev.postern.backup.restic.Snapshot;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The tags that snapshots carry. From those of the manifests alone it is known which backups there are, so that the list of
 * snapshots, which takes one call, is enough to decide what is kept.
 */
public final class Marks {

    private static final String MANIFEST = "postern-manifest";
    private static final String RUN = "run=";
    private static final String COMPONENT = "component=";
    private static final String TRIGGERS = "triggers=";
    private static final String WHOLE = "whole";
    private static final String COMPLETE = "complete";

    private Marks() {}

    /** Of the snapshot of a component. */
    public static SortedSet<String> of(RunId run, Component component) {
        return new TreeSet<>(Arrays.asList(RUN + run, COMPONENT + component.word()));
    }

    /** Of the snapshot of a manifest. */
    static SortedSet<String> of(Manifest manifest) {
        var marks = new TreeSet<String>();
        marks.add(MANIFEST);
        marks.add(RUN + manifest.run());
        marks.add(TRIGGERS
                + manifest.triggers().stream().map(Trigger::word).sorted().collect(Collectors.joining("+")));
        if (manifest.isComplete()) {
            marks.add(COMPLETE);
        }
        if (manifest.isWhole()) {
            marks.add(WHOLE);
        }
        manifest.parts().forEach(part -> marks.add(part.component().word() + "=" + part.snapshot()));
        return marks;
    }

    /** Whether this service made the snapshot. */
    static boolean areOn(Snapshot snapshot) {
        var marks = snapshot.tags();
        return value(marks, RUN).isPresent()
                && (marks.contains(MANIFEST) || value(marks, COMPONENT).isPresent());
    }

    /** The backup that a snapshot is the manifest of; nothing, if it is none or its marks make no sense. */
    static Optional<StoredBackup> read(Snapshot snapshot) {
        var marks = snapshot.tags();
        if (!marks.contains(MANIFEST)) {
            return Optional.empty();
        }
        var run = value(marks, RUN).filter(RunId::isValid).map(RunId::new);
        var triggers = value(marks, TRIGGERS).stream()
                .flatMap(words -> Arrays.stream(words.split("\\+")))
                .flatMap(word -> Trigger.named(word).stream())
                .collect(Collectors.toSet());
        if (run.isEmpty() || triggers.isEmpty()) {
            return Optional.empty();
        }
        var parts = Arrays.stream(Component.values())
                .filter(component -> partIn(marks, component).isPresent())
                .collect(Collectors.toMap(
                        Function.identity(),
                        component -> partIn(marks, component).orElseThrow(),
                        (one, _) -> one,
                        () -> new EnumMap<>(Component.class)));
        return Optional.of(new StoredBackup(
                run.get(), snapshot.id(), triggers, marks.contains(WHOLE), marks.contains(COMPLETE), parts));
    }

    private static Optional<SnapshotId> partIn(SortedSet<String> marks, Component component) {
        return value(marks, component.word() + "=").filter(SnapshotId::isValid).map(SnapshotId::new);
    }

    private static Optional<String> value(SortedSet<String> marks, String key) {
        return marks.stream()
                .filter(mark -> mark.startsWith(key))
                .map(mark -> mark.substring(key.length()))
                .findFirst();
    }
}
