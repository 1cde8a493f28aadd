package dev.postern.admin.statistics;

import dev.postern.admin.access.Scope;
import dev.postern.admin.database.UnlessDatabaseIsAway;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Notes every hour how much mail is kept, writes down every few seconds who used the API, and forgets what is old. */
@Component
class KeepStatistics {

    private final StorageCounts storage;
    private final SignInTally signIns;
    private final ApiUses uses;
    private final ApiUseSoFar soFar;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong mailboxes = new AtomicLong();

    KeepStatistics(StorageCounts storage, SignInTally signIns, ApiUses uses, ApiUseSoFar soFar, MeterRegistry meters) {
        this.storage = storage;
        this.signIns = signIns;
        this.uses = uses;
        this.soFar = soFar;
        Gauge.builder("postern.admin.mail.stored", bytes, AtomicLong::get)
                .description("What all mailboxes hold together")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("postern.admin.mailboxes", mailboxes, AtomicLong::get)
                .description("How many mailboxes there are")
                .register(meters);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void noteStorage() {
        UnlessDatabaseIsAway.run(() -> {
            storage.note();
            storage.byDay(new Scope.Everything(), 1).forEach(today -> {
                bytes.set(today.bytes());
                mailboxes.set(today.mailboxes());
            });
        });
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void noteApiUse() {
        UnlessDatabaseIsAway.run(() -> soFar.writeTo(uses::add));
    }

    @Scheduled(initialDelay = 1, fixedDelay = 24, timeUnit = TimeUnit.HOURS)
    void forgetOldOnes() {
        UnlessDatabaseIsAway.run(() -> {
            storage.forgetOldOnes();
            signIns.forgetOldOnes();
            uses.forgetOldOnes();
        });
    }
}
