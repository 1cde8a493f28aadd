package dev.postern.backup.run;

import dev.postern.backup.catalogue.Catalogue;
import dev.postern.backup.history.History;
import dev.postern.backup.manifest.RunId;
import dev.postern.backup.restic.ResticFailure;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done once a backup is made. Whatever goes wrong here changes nothing about the backup. */
public final class CleanUp {

    private static final Logger log = LoggerFactory.getLogger(CleanUp.class);
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final DropOldBackups old;
    private final TidyRepository tidy;
    private final History history;
    private final InstantSource clock;

    public CleanUp(DropOldBackups old, TidyRepository tidy, History history, InstantSource clock) {
        this.old = old;
        this.tidy = tidy;
        this.history = history;
        this.clock = clock;
    }

    void after(RunId run, Order order, Catalogue.Listing listing) {
        try {
            old.drop(listing, order.work());
            tidy.tidyIfDue(order.triggers(), order.work());
            history.dropBefore(clock.instant().minus(REMEMBERED));
        } catch (ResticFailure failure) {
            log.warn("After backup {}: {}", run, failure.getMessage());
            history.addProblem(run, failure.getMessage());
        }
    }
}
