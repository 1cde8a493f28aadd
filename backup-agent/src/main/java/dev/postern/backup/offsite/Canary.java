package dev.postern.backup.offsite;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.backup.offsite.Finding.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;

/**
 * A small object that is written only to see that the store protects it. What is believed of a store is what it did to
 * its canary.
 */
final class Canary {

    static final String PREFIX = "canary/";

    /** Clocks that are further apart make every lock shorter or longer than it looks. */
    private static final Duration TOLERABLE_SKEW = Duration.ofMinutes(5);

    /** What stores answer who must not do something; a fault of ours or of the network would be another one. */
    private static final Set<String> REFUSALS =
            Set.of("AccessDenied", "InvalidRequest", "InvalidRetentionPeriod", "ObjectLocked", "InvalidArgument");

    private final Bucket bucket;
    private final LockRule rule;
    private final InstantSource clock;

    Canary(Bucket bucket, LockRule rule, InstantSource clock) {
        this.bucket = bucket;
        this.rule = rule;
        this.clock = clock;
    }

    /** Writes one, and tries to get rid of it in every way there is. */
    List<Finding> sing() {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var key = PREFIX + now;
        var version = bucket.put(
                key, "Written at %s to see that it is kept.".formatted(now).getBytes(UTF_8));
        var findings = new ArrayList<Finding>();
        var lock = bucket.lockOf(key, version);
        var expected = now.plus(Duration.ofDays(rule.days())).minus(TOLERABLE_SKEW);
        if (lock.isEmpty() || !lock.get().holdsUntil(expected)) {
            findings.add(Finding.bad(
                    Subject.CANARY_LOCKED,
                    "A new object got %s instead of a COMPLIANCE lock of %d days. Whatever was written since then can be erased; run provision again and then a backup."
                            .formatted(lock.map(Lock::toString).orElse("no lock"), rule.days())));
            return findings;
        }
        findings.add(Finding.good(
                Subject.CANARY_LOCKED,
                "A new object is locked until %s.".formatted(lock.get().until())));
        findings.add(clockFinding(lock.get(), now));
        findings.add(refusal(Subject.DELETE_REFUSED, "to delete it for good", () -> bucket.delete(key, version)));
        findings.add(refusal(
                Subject.SHORTENING_REFUSED,
                "to make its lock shorter",
                () -> bucket.lock(key, version, now.plus(Duration.ofDays(1)))));
        findings.add(refusal(
                Subject.WEAKENING_REFUSED,
                "to turn its lock into one that a special right overrides",
                () -> bucket.retain(
                        key,
                        version,
                        ObjectLockRetentionMode.GOVERNANCE,
                        lock.get().until())));
        return findings;
    }

    /** Whether the store takes an object at all as it is set now. */
    boolean canBeWritten() {
        try {
            bucket.put(PREFIX + "first", "Written to see that objects are taken.".getBytes(UTF_8));
            return true;
        } catch (StoreRefused refused) {
            return false;
        }
    }

    private Finding clockFinding(Lock lock, Instant now) {
        var skew = Duration.between(now.plus(Duration.ofDays(rule.days())), lock.until());
        return skew.abs().compareTo(TOLERABLE_SKEW) > 0
                ? Finding.bad(
                        Subject.CLOCK,
                        "The clock of the store and ours are %d s apart; set ours by NTP, or the lock dates shown are wrong."
                                .formatted(skew.toSeconds()))
                : Finding.good(
                        Subject.CLOCK,
                        "The store's clock and ours agree within %d s."
                                .formatted(skew.abs().toSeconds()));
    }

    private static Finding refusal(Subject subject, String what, Runnable attempt) {
        try {
            attempt.run();
        } catch (StoreRefused refusal) {
            return REFUSALS.contains(refusal.code())
                    ? Finding.good(subject, "An attempt %s was refused (%s).".formatted(what, refusal.code()))
                    : Finding.bad(
                            subject,
                            "An attempt %s failed with %s, which is no refusal we know: %s"
                                    .formatted(what, refusal.code(), refusal.getMessage()));
        }
        return Finding.bad(
                subject,
                "An attempt %s succeeded. This store does not protect what it holds: use another one.".formatted(what));
    }
}
