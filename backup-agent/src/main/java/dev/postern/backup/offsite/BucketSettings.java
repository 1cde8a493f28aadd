package dev.postern.backup.offsite;

import static dev.postern.backup.offsite.Bucket.asked;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** The settings of one bucket, on which all safety of what it holds depends. */
final class BucketSettings {

    private static final String NOT_THERE = "NoSuchBucket";

    /** Ceph 18 does what this call says, and never answers it. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final S3Client s3;
    private final String name;

    BucketSettings(S3Client s3, String name) {
        this.s3 = s3;
        this.name = name;
    }

    boolean exists() {
        try {
            asked(() -> s3.headBucket(head -> head.bucket(name)));
            return true;
        } catch (StoreRefused refusal) {
            if (refusal.code().equals("404") || refusal.code().equals(NOT_THERE)) {
                return false;
            }
            throw refusal;
        }
    }

    /** Makes it with Object Lock, and so with versioning: neither can be turned off again. */
    void create() {
        asked(() -> s3.createBucket(create -> create.bucket(name).objectLockEnabledForBucket(true)));
    }

    boolean isVersioned() {
        return asked(() -> s3.getBucketVersioning(get -> get.bucket(name))).status() == BucketVersioningStatus.ENABLED;
    }

    void setVersioned(boolean versioned) {
        asked(() -> s3.putBucketVersioning(put -> put.bucket(name)
                .versioningConfiguration(configuration -> configuration.status(
                        versioned ? BucketVersioningStatus.ENABLED : BucketVersioningStatus.SUSPENDED))));
    }

    /** Whether objects can be locked at all, and by which rule new ones are; empty if they cannot. */
    Optional<Locking> locking() {
        return absentAs("ObjectLockConfigurationNotFoundError", () -> {
            var configuration =
                    s3.getObjectLockConfiguration(get -> get.bucket(name)).objectLockConfiguration();
            return configuration.objectLockEnabled() == ObjectLockEnabled.ENABLED
                    ? Optional.of(new Locking(
                            Optional.ofNullable(configuration.rule()).flatMap(BucketSettings::rule)))
                    : Optional.empty();
        });
    }

    void setLockRule(LockRule rule) {
        asked(() -> s3.putObjectLockConfiguration(put -> put.bucket(name)
                .objectLockConfiguration(configuration -> configuration
                        .objectLockEnabled(ObjectLockEnabled.ENABLED)
                        .rule(made -> made.defaultRetention(retention -> retention
                                .mode(
                                        rule.compliance()
                                                ? ObjectLockRetentionMode.COMPLIANCE
                                                : ObjectLockRetentionMode.GOVERNANCE)
                                .days(rule.days()))))));
    }

    boolean isEncrypted() {
        return absentAs(
                        "ServerSideEncryptionConfigurationNotFoundError",
                        () -> Optional.of(s3.getBucketEncryption(get -> get.bucket(name))
                                .serverSideEncryptionConfiguration()
                                .hasRules()))
                .orElse(false);
    }

    void setEncrypted() {
        var rule = ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(standard -> standard.sseAlgorithm(ServerSideEncryption.AES256))
                .build();
        asked(() -> s3.putBucketEncryption(
                put -> put.bucket(name).serverSideEncryptionConfiguration(configuration -> configuration.rules(rule))));
    }

    void setUnencrypted() {
        asked(() -> s3.deleteBucketEncryption(delete -> delete.bucket(name)));
    }

    boolean isPrivate() {
        return absentAs("NoSuchPublicAccessBlockConfiguration", () -> {
                    var block = s3.getPublicAccessBlock(get -> get.bucket(name)).publicAccessBlockConfiguration();
                    return Optional.of(block.blockPublicAcls()
                            && block.blockPublicPolicy()
                            && block.ignorePublicAcls()
                            && block.restrictPublicBuckets());
                })
                .orElse(false);
    }

    void setPrivate() {
        asked(() -> s3.putPublicAccessBlock(put -> put.bucket(name)
                .overrideConfiguration(call -> call.apiCallTimeout(ANSWER))
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true))));
    }

    void setNotPrivate() {
        asked(() -> s3.deletePublicAccessBlock(delete -> delete.bucket(name)));
    }

    /** The bucket policy as JSON. */
    Optional<String> policy() {
        return absentAs(
                "NoSuchBucketPolicy",
                () -> Optional.ofNullable(
                        s3.getBucketPolicy(get -> get.bucket(name)).policy()));
    }

    void setPolicy(String json) {
        asked(() -> s3.putBucketPolicy(put -> put.bucket(name).policy(json)));
    }

    Optional<BucketLifecycleConfiguration> lifecycle() {
        return absentAs(
                "NoSuchLifecycleConfiguration",
                () -> Optional.of(BucketLifecycleConfiguration.builder()
                        .rules(s3.getBucketLifecycleConfiguration(get -> get.bucket(name))
                                .rules())
                        .build()));
    }

    /** Frees what was deleted or replaced this many days ago; what is locked stays nevertheless. */
    void setLifecycle(int days) {
        var rule = LifecycleRule.builder()
                .id(Lifecycle.ID)
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix(""))
                .noncurrentVersionExpiration(expiration -> expiration.noncurrentDays(days))
                .expiration(expiration -> expiration.expiredObjectDeleteMarker(true))
                .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(7))
                .build();
        asked(() -> s3.putBucketLifecycleConfiguration(
                put -> put.bucket(name).lifecycleConfiguration(configuration -> configuration.rules(rule))));
    }

    private static Optional<LockRule> rule(ObjectLockRule rule) {
        return Optional.ofNullable(rule.defaultRetention()).map(retention -> {
            var days = retention.days() != null
                    ? retention.days()
                    : Optional.ofNullable(retention.years()).orElse(0) * 365;
            return new LockRule(retention.mode() == ObjectLockRetentionMode.COMPLIANCE, days);
        });
    }

    private static <T> Optional<T> absentAs(String code, Supplier<Optional<T>> question) {
        try {
            return asked(question);
        } catch (StoreRefused refusal) {
            if (refusal.code().equals(code)) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /**
     * That objects can be locked here.
     *
     * @param rule how new ones are without being asked
     */
    record Locking(Optional<LockRule> rule) {}
}
