package dev.postern.backup.offsite;

import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/** What the store clears away by itself. */
final class Lifecycle {

    /** The rule that is ours. */
    static final String ID = "postern-frees-what-was-forgotten";

    private Lifecycle() {}

    /** Whether our rule is there and frees versions no sooner than after this many days. */
    static boolean isOurs(BucketLifecycleConfiguration lifecycle, int days) {
        return lifecycle.rules().stream()
                .filter(rule -> ID.equals(rule.id()) && rule.status() == ExpirationStatus.ENABLED)
                .anyMatch(rule -> rule.noncurrentVersionExpiration() != null
                        && rule.noncurrentVersionExpiration().noncurrentDays() >= days);
    }

    /** Whether a rule would hide objects that are still needed: a backup is never removed by its age. */
    static boolean isHostile(BucketLifecycleConfiguration lifecycle) {
        return lifecycle.rules().stream()
                .filter(rule -> rule.status() == ExpirationStatus.ENABLED)
                .anyMatch(Lifecycle::expiresCurrentVersions);
    }

    private static boolean expiresCurrentVersions(LifecycleRule rule) {
        return rule.expiration() != null
                && (rule.expiration().days() != null || rule.expiration().date() != null);
    }
}
