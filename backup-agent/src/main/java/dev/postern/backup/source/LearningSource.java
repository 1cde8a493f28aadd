package dev.postern.backup.source;

import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Part;
import dev.postern.backup.restic.ResticFailure;
import java.io.IOException;
import java.nio.file.Path;

/** Saves what Rspamd has learnt, by way of a copy, since Valkey writes into its files all the time. */
public final class LearningSource implements Source {

    private final Path data;
    private final Path copy;

    /** @param copy a directory for the copy, which is kept until the next one */
    public LearningSource(Path data, Path copy) {
        this.data = data;
        this.copy = copy;
    }

    @Override
    public Component component() {
        return Component.LEARNING;
    }

    @Override
    public Part save(Saving saving) throws SourceUnavailable, ResticFailure {
        try {
            new AppendOnlyFiles(data).copyTo(copy);
        } catch (IOException failure) {
            throw new SourceUnavailable(
                    "What Rspamd has learnt cannot be read in %s: %s".formatted(data, failure), failure);
        }
        return new FilesSource(Component.LEARNING, copy, "").save(saving);
    }
}
