package dev.postern.backup.run;

import dev.postern.backup.catalogue.Catalogue;
import dev.postern.backup.catalogue.StoredBackup;
import dev.postern.backup.history.History;
import dev.postern.backup.restic.RepositoryKeeper;
import dev.postern.backup.restic.ResticFailure;
import dev.postern.backup.restic.Work;
import dev.postern.backup.retention.Retention;
import dev.postern.backup.retention.Retention.Candidate;
import java.util.stream.Collectors;

/** Lets go of what need not be kept. A backup that is half gone is known by the snapshots that it lacks. */
public final class DropOldBackups {

    private final RepositoryKeeper keeper;
    private final Retention retention;
    private final History history;

    public DropOldBackups(RepositoryKeeper keeper, Retention retention, History history) {
        this.keeper = keeper;
        this.retention = retention;
        this.history = history;
    }

    /** Of what was there before and of the new backup. */
    void drop(Catalogue.Listing listing, Work work) throws ResticFailure {
        var chosen = retention.choose(
                listing.backups().stream().map(DropOldBackups::candidate).toList());
        var kept = listing.backups().stream()
                .filter(backup -> chosen.contains(backup.run()))
                .toList();
        keeper.forget(listing.withoutUse(kept), work);
        history.keptOnly(kept.stream().map(StoredBackup::run).collect(Collectors.toSet()));
    }

    private static Candidate candidate(StoredBackup backup) {
        return new Candidate(backup.run(), backup.triggers(), backup.whole(), backup.complete());
    }
}
