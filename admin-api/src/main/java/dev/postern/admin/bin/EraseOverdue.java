package dev.postern.admin.bin;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.database.UnlessDatabaseIsAway;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases what has lain in the bin for its time. */
@Component
class EraseOverdue {

    private final Bin bin;
    private final BinTables tables;
    private final Erase erase;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    EraseOverdue(Bin bin, BinTables tables, Erase erase, InstantSource clock, TransactionTemplate transaction) {
        this.bin = bin;
        this.tables = tables;
        this.erase = erase;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void eraseAllThatAreOverdue() {
        UnlessDatabaseIsAway.run(this::eraseUntilNothingIsOverdue);
    }

    private void eraseUntilNothingIsOverdue() {
        for (var some = bin.overdue(clock.instant()); !some.isEmpty(); some = bin.overdue(clock.instant())) {
            some.forEach(entry -> Acting.as(Actor.platform(), () -> erase(entry)));
        }
    }

    /** Looks again once nobody else can take it out: it may just have been brought back, or deleted anew. */
    private void erase(BinEntry entry) {
        transaction.executeWithoutResult(_ -> {
            tables.holdDomain(entry.domain());
            bin.find(entry.name())
                    .filter(now -> now.deletedAt().equals(entry.deletedAt()))
                    .ifPresent(erase::apply);
        });
    }
}
