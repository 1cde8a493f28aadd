package dev.postern.backup.run;

import dev.postern.backup.history.History;
import dev.postern.backup.restic.RepositoryId;
import dev.postern.backup.restic.RepositoryKeeper;
import dev.postern.backup.restic.ResticFailure;
import dev.postern.backup.restic.Work;
import java.util.Optional;

/**
 * Sees to it that there is a repository, and that it is the same as ever. A place whose disk is not mounted looks like one
 * where a repository is still to be made; it must not be filled with a new one.
 */
public final class KnownRepository {

    private static final String FACT = "repository";

    private final RepositoryKeeper keeper;
    private final History history;

    public KnownRepository(RepositoryKeeper keeper, History history) {
        this.keeper = keeper;
        this.history = history;
    }

    /** Opens it; the first time, makes it. */
    public void open(Work work) throws ResticFailure, NoBackup {
        var found = keeper.find();
        var known = known();
        var place = keeper.repository().location();
        if (found.isEmpty() && known.isPresent()) {
            throw new NoBackup(
                    "There is no repository in %s any more. Is its disk mounted? If the backups there are lost for good, ./postern backup adopt begins anew."
                            .formatted(place));
        }
        if (found.isPresent() && known.isPresent() && !found.equals(known)) {
            throw new NoBackup(
                    "The repository in %s is another one than before. If that is meant to be, ./postern backup adopt takes it."
                            .formatted(place));
        }
        if (known.isEmpty()) {
            adopt(found, work);
        }
    }

    /** Takes what is there for the right one from now on; makes one if there is none. */
    public void adopt(Work work) throws ResticFailure {
        adopt(keeper.find(), work);
    }

    private Optional<RepositoryId> known() {
        return history.fact(FACT).map(fact -> new RepositoryId(fact.value()));
    }

    private void adopt(Optional<RepositoryId> found, Work work) throws ResticFailure {
        if (found.isEmpty()) {
            keeper.make(work);
        }
        var adopted = found.isPresent() ? found : keeper.find();
        history.note(FACT, adopted.orElseThrow().value());
    }
}
