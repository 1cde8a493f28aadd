package dev.postern.backup.source;

import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Part;
import dev.postern.backup.restic.ResticFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Saves a directory with few and small files, if they are other than before. */
public final class FilesSource implements Source {

    private static final int LOOKS = 4;
    private static final List<String> EXCLUDED = List.of("/.restore-*");

    private final Component component;
    private final Path directory;
    private final String whenEmpty;

    /** @param whenEmpty what to tell if there is nothing to save; empty if that is all right */
    public FilesSource(Component component, Path directory, String whenEmpty) {
        this.component = component;
        this.directory = directory;
        this.whenEmpty = whenEmpty;
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public Part save(Saving saving) throws SourceUnavailable, ResticFailure {
        if (!Files.isDirectory(directory)) {
            throw new SourceUnavailable(
                    "%s does not exist. %s".formatted(directory, whenEmpty).strip());
        }
        try {
            return saveUnlessTheSame(saving);
        } catch (IOException failure) {
            throw new SourceUnavailable("%s cannot be read: %s".formatted(directory, failure), failure);
        }
    }

    private Part saveUnlessTheSame(Saving saving) throws SourceUnavailable, ResticFailure, IOException {
        var entries = FileCount.of(directory);
        if (entries.isEmpty() && !whenEmpty.isEmpty()) {
            throw new SourceUnavailable("%s is empty. %s".formatted(directory, whenEmpty));
        }
        var unchanged = saving.previous()
                .filter(previous -> previous.problems().isEmpty())
                .filter(previous -> previous.entries().equals(entries))
                .map(previous -> previous.foundAgain(saving.at()));
        return unchanged.isPresent() ? unchanged.get() : saveAnew(saving);
    }

    /** What is written down is what was there before and after restic looked. */
    private Part saveAnew(Saving saving) throws SourceUnavailable, ResticFailure, IOException {
        for (int look = 1; look <= LOOKS; look++) {
            var before = FileCount.of(directory);
            var saved =
                    saving.writer().save(directory, EXCLUDED, saving.marks(component), Optional.empty(), saving.work());
            if (saved.unreadable().isEmpty() && FileCount.of(directory).equals(before)) {
                var snapshot = saved.snapshot().orElseThrow();
                return new Part(component, snapshot, saving.at(), saved.addedBytes(), before, List.of());
            }
        }
        throw new SourceUnavailable(
                "%s changes all the time, so that no copy of it fits together.".formatted(directory));
    }
}
