package dev.postern.backup.offsite;

import dev.postern.backup.offsite.Finding.Subject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Finds out, once a day, whether the off-site copy is still protected. The bucket's own rule is not: whoever has the keys
 * can drop it, and then only what is written later lies open. So it is read back, and a canary is written.
 */
final class DailyProof {

    private static final int SAMPLE = 20;
    private static final int EXAMPLES = 3;

    private final BucketSettings settings;
    private final Bucket bucket;
    private final LockRule rule;
    private final InstantSource clock;
    private final Random random;

    DailyProof(BucketSettings settings, Bucket bucket, LockRule rule, InstantSource clock, Random random) {
        this.settings = settings;
        this.bucket = bucket;
        this.rule = rule;
        this.clock = clock;
        this.random = random;
    }

    List<Finding> apply(LockedRepository repository) {
        var findings = new ArrayList<Finding>();
        findings.add(
                settings.isVersioned()
                        ? Finding.good(Subject.VERSIONING, "Every version is kept.")
                        : Finding.bad(
                                Subject.VERSIONING, "Versioning is off: what is overwritten now is lost. Turn it on."));
        findings.add(defaultLock());
        findings.add(lifecycle());
        findings.addAll(new Canary(bucket, rule, clock).sing());
        var history = repository.history().values();
        findings.add(singleVersions(history.stream()
                .filter(versions -> versions.stream()
                                .filter(version -> !version.marker())
                                .map(ObjectVersion::etag)
                                .distinct()
                                .count()
                        > 1)
                .map(versions -> versions.getFirst().key())
                .toList()));
        findings.add(sample(history.stream()
                .filter(LockedRepository::isLive)
                .flatMap(versions -> LockedRepository.genuine(versions).stream())
                .toList()));
        return findings;
    }

    private Finding defaultLock() {
        var found = settings.locking().flatMap(BucketSettings.Locking::rule);
        return found.filter(actual -> actual.isAtLeast(rule)).isPresent()
                ? Finding.good(Subject.DEFAULT_LOCK, "New objects are locked for %d days.".formatted(rule.days()))
                : Finding.bad(
                        Subject.DEFAULT_LOCK,
                        "The bucket's rule for new objects was %s. Somebody with a key did that: change the keys, run provision, then a backup."
                                .formatted(found.map(actual -> "weakened to " + actual)
                                        .orElse("dropped")));
    }

    private Finding lifecycle() {
        return settings.lifecycle().filter(Lifecycle::isHostile).isPresent()
                ? Finding.bad(
                        Subject.LIFECYCLE,
                        "A lifecycle rule marks backups as deleted by their age. It is not ours: remove it, and change the keys.")
                : Finding.good(Subject.LIFECYCLE, "No rule removes what is needed.");
    }

    private static Finding singleVersions(List<String> rewritten) {
        return rewritten.isEmpty()
                ? Finding.good(Subject.SINGLE_VERSIONS, "Nothing was ever overwritten.")
                : Finding.bad(
                        Subject.SINGLE_VERSIONS,
                        "%d objects were overwritten, which restic never does: %s. Look at the timeline, and recover as of a moment before."
                                .formatted(
                                        rewritten.size(),
                                        String.join(", ", rewritten.subList(0, Math.min(EXAMPLES, rewritten.size())))));
    }

    private Finding sample(List<ObjectVersion> needed) {
        var some = new ArrayList<>(needed);
        Collections.shuffle(some, random);
        var looked = some.subList(0, Math.min(SAMPLE, some.size()));
        var now = clock.instant();
        var open = looked.stream()
                .filter(version -> bucket.lockOf(version.key(), version.versionId())
                        .filter(lock -> lock.holdsUntil(now))
                        .isEmpty())
                .map(ObjectVersion::key)
                .toList();
        return open.isEmpty()
                ? Finding.good(
                        Subject.SAMPLE_LOCKED,
                        "%d of %d needed objects, picked by chance, are locked."
                                .formatted(looked.size(), needed.size()))
                : Finding.bad(
                        Subject.SAMPLE_LOCKED,
                        "%d of %d objects picked by chance are not locked, %s for one. Renew the locks now."
                                .formatted(open.size(), looked.size(), open.getFirst()));
    }
}
