package dev.postern.backup.run;

import dev.postern.backup.catalogue.Catalogue;
import dev.postern.backup.restic.RepositoryKeeper;
import dev.postern.backup.restic.ResticFailure;
import dev.postern.backup.restic.Work;

/** Gets the repository ready for work, whatever happened to whoever worked on it last. */
public final class OpenRepository {

    private final KnownRepository known;
    private final RepositoryKeeper keeper;
    private final KeepInStep step;

    public OpenRepository(KnownRepository known, RepositoryKeeper keeper, KeepInStep step) {
        this.known = known;
        this.keeper = keeper;
        this.step = step;
    }

    /**
     * Opens it. For whoever holds the {@link RunLock}.
     *
     * @param afterAKill whether the last one to hold it did not come to its end
     * @return what is in it
     */
    public Catalogue.Listing open(Work work, boolean afterAKill) throws ResticFailure, NoBackup {
        known.open(work);
        if (afterAKill) {
            keeper.unlock(work);
        }
        return step.bring(work);
    }
}
