package dev.postern.backup.run;

import dev.postern.backup.history.History;
import dev.postern.backup.manifest.Trigger;
import dev.postern.backup.restic.RepositoryKeeper;
import dev.postern.backup.restic.ResticFailure;
import dev.postern.backup.restic.Work;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Frees room and looks whether the repository is whole: with each daily and weekly backup, and when that is overdue. */
public final class TidyRepository {

    /** When the structure was last found whole. */
    public static final String CHECKED = "checked";

    private static final String TIDIED = "tidied";
    private static final Duration LONGEST = Duration.ofDays(2);

    private final RepositoryKeeper keeper;
    private final History history;
    private final InstantSource clock;

    public TidyRepository(RepositoryKeeper keeper, History history, InstantSource clock) {
        this.keeper = keeper;
        this.history = history;
        this.clock = clock;
    }

    void tidyIfDue(Set<Trigger> triggers, Work work) throws ResticFailure {
        if (triggers.contains(Trigger.DAILY) || triggers.contains(Trigger.WEEKLY) || isOverdue()) {
            keeper.tidy(work);
            history.note(TIDIED, "yes");
            keeper.check(Optional.empty(), work);
            history.note(CHECKED, "structure");
        }
    }

    private boolean isOverdue() {
        return history.fact(TIDIED)
                .map(fact -> fact.at().plus(LONGEST).isBefore(clock.instant()))
                .orElse(false);
    }
}
