package dev.postern.backup.run;

import dev.postern.backup.catalogue.Catalogue;
import dev.postern.backup.catalogue.StoredBackup;
import dev.postern.backup.catalogue.UnreadableManifest;
import dev.postern.backup.history.History;
import dev.postern.backup.restic.ResticFailure;
import dev.postern.backup.restic.Work;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the history say what the repository says: after a crash, after the history was lost, after somebody's own restic. */
public final class KeepInStep {

    private static final Logger log = LoggerFactory.getLogger(KeepInStep.class);

    private final Catalogue catalogue;
    private final History history;

    public KeepInStep(Catalogue catalogue, History history) {
        this.catalogue = catalogue;
        this.history = history;
    }

    /**
     * Compares the two.
     *
     * @return what is in the repository
     */
    public Catalogue.Listing bring(Work work) throws ResticFailure {
        var listing = catalogue.list(work);
        var known = history.kept();
        for (var backup : listing.backups()) {
            if (!known.contains(backup.run())) {
                learn(backup, work);
            }
        }
        history.keptOnly(listing.backups().stream().map(StoredBackup::run).collect(Collectors.toSet()));
        return listing;
    }

    private void learn(StoredBackup backup, Work work) throws ResticFailure {
        try {
            history.finished(catalogue.manifest(backup, work));
        } catch (UnreadableManifest damaged) {
            log.warn("The manifest of backup {} cannot be read: {}", backup.run(), damaged.getMessage());
        }
    }
}
