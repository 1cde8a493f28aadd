package dev.postern.backup.offsite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a restic repository lies in a bucket. Names below {@code data/}, {@code index/}, {@code snapshots/} and
 * {@code keys/} are the SHA-256 of what is in them, so nothing is ever written twice; {@code locks/} come and go.
 */
final class LockedRepository {

    private static final String LOCKS = "locks/";

    private final Bucket bucket;
    private final String prefix;

    /**
     * A repository in a bucket.
     *
     * @param prefix its folder, ending in a slash; empty for the whole bucket
     */
    LockedRepository(Bucket bucket, String prefix) {
        this.bucket = bucket;
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    /** Every object with all that happened to it, the latest first, without restic's lock files and the canaries. */
    Map<String, List<ObjectVersion>> history() {
        try (var versions = bucket.versions(prefix)) {
            return versions.filter(version -> !isTransient(name(version.key())))
                    .collect(Collectors.groupingBy(
                            ObjectVersion::key,
                            LinkedHashMap::new,
                            Collectors.collectingAndThen(
                                    Collectors.toList(),
                                    list -> list.stream()
                                            .sorted(LockedRepository::latestFirst)
                                            .toList())));
        }
    }

    /** The path within the repository, as restic knows it. */
    String name(String key) {
        return key.substring(prefix.length());
    }

    /** The version that was written by restic: nothing is ever written twice, so what came later is not its own. */
    static Optional<ObjectVersion> genuine(List<ObjectVersion> history) {
        return history.reversed().stream().filter(version -> !version.marker()).findFirst();
    }

    /** Whether the object is there for somebody who asks without naming a version. */
    static boolean isLive(List<ObjectVersion> history) {
        return history.stream().filter(ObjectVersion::latest).anyMatch(version -> !version.marker());
    }

    private static boolean isTransient(String name) {
        return name.startsWith(LOCKS) || name.startsWith(Canary.PREFIX);
    }

    /** Seconds may be the same for two: then the store's own word on which is the latest decides. */
    private static int latestFirst(ObjectVersion one, ObjectVersion other) {
        var byTime = other.writtenAt().compareTo(one.writtenAt());
        return byTime != 0 ? byTime : Boolean.compare(other.latest(), one.latest());
    }
}
