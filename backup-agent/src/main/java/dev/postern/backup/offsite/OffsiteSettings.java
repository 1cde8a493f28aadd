package dev.postern.backup.offsite;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The copy in S3.
 *
 * @param endpoint the address of the store, as {@code https://s3.eu-central-1.amazonaws.com}; empty = there is no copy
 * @param region as the store calls it
 * @param bucket its name
 * @param prefix the folder in it, ending in a slash; empty for the whole bucket
 * @param pathStyle whether the bucket's name stands in the path and not in the host name, as many stores other than AWS
 *     want it
 * @param lockDays how long nobody can erase what is written
 * @param renewBefore a lock that runs out sooner than this is made longer
 * @param writerKeyFile the key that restic writes with: two lines, access key id and secret
 * @param renewerKeyFile the key that makes locks longer and proves the protection
 */
@ConfigurationProperties("postern.backup.offsite")
record OffsiteSettings(
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String bucket,
        @DefaultValue("") String prefix,
        @DefaultValue("false") boolean pathStyle,
        @DefaultValue("30") int lockDays,
        @DefaultValue("15d") Duration renewBefore,
        @DefaultValue("/run/secrets/offsite_writer_key") Path writerKeyFile,
        @DefaultValue("/run/secrets/offsite_renewer_key") Path renewerKeyFile) {

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("(?:[A-Za-z0-9._-]+/)*");

    OffsiteSettings {
        if (!endpoint.isEmpty()) {
            if (!BUCKET.matcher(bucket).matches()) {
                throw new IllegalArgumentException(
                        "postern.backup.offsite.bucket: '%s' is no name of a bucket; it has 3 to 63 lower-case letters, digits, dots and hyphens."
                                .formatted(bucket));
            }
            if (!PREFIX.matcher(prefix).matches()) {
                throw new IllegalArgumentException(
                        "postern.backup.offsite.prefix: '%s' is no folder; write it like backups/, or leave it empty."
                                .formatted(prefix));
            }
            if (lockDays < 1 || Duration.ofDays(lockDays).compareTo(renewBefore) <= 0) {
                throw new IllegalArgumentException(
                        "postern.backup.offsite.renew-before (%d days) must be shorter than lock-days (%d)."
                                .formatted(renewBefore.toDays(), lockDays));
            }
        }
    }

    boolean isSet() {
        return !endpoint.isEmpty();
    }

    URI address() {
        return URI.create(endpoint);
    }

    LockRule rule() {
        return new LockRule(true, lockDays);
    }
}
