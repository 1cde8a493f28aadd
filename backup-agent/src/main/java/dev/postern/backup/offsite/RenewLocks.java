package dev.postern.backup.offsite;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Makes the lock of every object that a kept snapshot still needs longer, before it runs out. After a prune all live
 * objects of a restic repository are needed. The genuine version is renewed: it is what a recovery reads.
 */
final class RenewLocks {

    private static final int AT_ONCE = 8;

    private final Bucket bucket;
    private final LockRule rule;
    private final Duration margin;
    private final InstantSource clock;

    /**
     * A renewal.
     *
     * @param margin a lock that holds for longer than this is left alone, so that most days cost next to nothing
     */
    RenewLocks(Bucket bucket, LockRule rule, Duration margin, InstantSource clock) {
        this.bucket = bucket;
        this.rule = rule;
        this.margin = margin;
        this.clock = clock;
    }

    Renewal apply(LockedRepository repository) {
        var now = clock.instant();
        var until = now.plus(Duration.ofDays(rule.days()));
        var needed = repository.history().values().stream()
                .filter(LockedRepository::isLive)
                .flatMap(history -> LockedRepository.genuine(history).stream())
                .toList();
        var locks = new ArrayList<Instant>();
        var renewed = 0;
        var failures = new ArrayList<String>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var permits = new Semaphore(AT_ONCE);
            var tasks = needed.stream()
                    .map(version -> workers.submit(() -> renew(version, now.plus(margin), until, permits)))
                    .toList();
            for (var index = 0; index < tasks.size(); index++) {
                try {
                    var result = resultOf(tasks.get(index));
                    locks.add(result.until());
                    renewed += result.renewed() ? 1 : 0;
                } catch (StoreRefused | StoreAway failure) {
                    failures.add("%s: %s".formatted(needed.get(index).key(), failure.getMessage()));
                }
            }
        }
        return new Renewal(needed.size(), renewed, locks, failures);
    }

    private One renew(ObjectVersion version, Instant soon, Instant until, Semaphore permits)
            throws InterruptedException {
        permits.acquire();
        try {
            var lock = bucket.lockOf(version.key(), version.versionId());
            if (lock.filter(found -> found.holdsUntil(soon)).isPresent()) {
                return new One(lock.get().until(), false);
            }
            bucket.lock(version.key(), version.versionId(), until);
            return new One(until, true);
        } finally {
            permits.release();
        }
    }

    private static One resultOf(Future<One> task) {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the renewal was stopped", stopping);
        }
    }

    private record One(Instant until, boolean renewed) {}

    /**
     * What a renewal did.
     *
     * @param needed how many objects are needed
     * @param renewed how many of them got a longer lock
     * @param locks until when each needed object is locked now, for the histogram
     * @param failures which objects are not known to be locked long enough, and why
     */
    record Renewal(int needed, int renewed, List<Instant> locks, List<String> failures) {

        Renewal {
            locks = locks.stream().sorted().toList();
            failures = List.copyOf(failures);
        }
    }
}
