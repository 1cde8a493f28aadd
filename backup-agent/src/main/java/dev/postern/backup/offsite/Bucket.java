package dev.postern.backup.offsite;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;

/** What we ask of one bucket about objects and their versions. Its settings are {@link BucketSettings}'s. */
final class Bucket {

    private final S3Client s3;
    private final String name;

    Bucket(S3Client s3, String name) {
        this.s3 = s3;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** All versions and marks below a prefix, by key, the newest of each first, a page at a time. */
    Stream<ObjectVersion> versions(String prefix) {
        return asked(
                () -> s3.listObjectVersionsPaginator(list -> list.bucket(name).prefix(prefix)).stream()
                        .flatMap(Bucket::onPage));
    }

    /**
     * Writes an object.
     *
     * @return the version that came of it
     */
    String put(String key, byte[] content) {
        return asked(() -> s3.putObject(put -> put.bucket(name).key(key), RequestBody.fromBytes(content)))
                .versionId();
    }

    /** The content of one version, from the network: to be closed. */
    InputStream read(ObjectVersion version) {
        return asked(
                () -> s3.getObject(get -> get.bucket(name).key(version.key()).versionId(version.versionId())));
    }

    /** How long a version is locked; empty if it never was. */
    Optional<Lock> lockOf(String key, String versionId) {
        try {
            return asked(() -> Optional.ofNullable(s3.getObjectRetention(
                                    get -> get.bucket(name).key(key).versionId(versionId))
                            .retention())
                    .map(Bucket::lock));
        } catch (StoreRefused refusal) {
            // NoSuchObjectLockConfiguration at AWS, ObjectLockConfigurationNotFoundError at Ceph
            if (refusal.code().contains("ObjectLockConfiguration")) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Locks a version in COMPLIANCE mode: from then on nobody can delete it before that moment. */
    void lock(String key, String versionId, Instant until) {
        retain(key, versionId, ObjectLockRetentionMode.COMPLIANCE, until);
    }

    /** Tries to weaken a lock, as a thief would; the store has to refuse. */
    void retain(String key, String versionId, ObjectLockRetentionMode mode, Instant until) {
        asked(() -> s3.putObjectRetention(put -> put.bucket(name)
                .key(key)
                .versionId(versionId)
                .bypassGovernanceRetention(true)
                .retention(retention -> retention.mode(mode).retainUntilDate(until))));
    }

    /** Deletes one version for good, if the store lets it. */
    void delete(String key, String versionId) {
        asked(() -> s3.deleteObject(
                delete -> delete.bucket(name).key(key).versionId(versionId).bypassGovernanceRetention(true)));
    }

    private static Stream<ObjectVersion> onPage(ListObjectVersionsResponse page) {
        return Stream.concat(
                page.versions().stream()
                        .map(version -> new ObjectVersion(
                                version.key(),
                                version.versionId(),
                                version.lastModified(),
                                version.size(),
                                version.eTag(),
                                version.isLatest(),
                                false)),
                page.deleteMarkers().stream()
                        .map(marker -> new ObjectVersion(
                                marker.key(),
                                marker.versionId(),
                                marker.lastModified(),
                                0,
                                "",
                                marker.isLatest(),
                                true)));
    }

    private static Lock lock(ObjectLockRetention retention) {
        return new Lock(retention.mode() == ObjectLockRetentionMode.COMPLIANCE, retention.retainUntilDate());
    }

    /** Turns what the SDK throws into what it means to us. */
    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (AwsServiceException refusal) {
            if (refusal.statusCode() >= 500) {
                throw new StoreAway("The store failed: " + refusal.getMessage(), refusal);
            }
            var details = Optional.ofNullable(refusal.awsErrorDetails());
            throw new StoreRefused(
                    details.map(it -> it.errorCode()).orElse(String.valueOf(refusal.statusCode())),
                    String.valueOf(refusal.getMessage()),
                    refusal);
        } catch (SdkClientException away) {
            throw new StoreAway("The store does not answer: " + away.getMessage(), away);
        }
    }
}
