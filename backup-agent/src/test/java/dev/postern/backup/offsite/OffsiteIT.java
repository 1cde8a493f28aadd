package dev.postern.backup.offsite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.postern.backup.offsite.Finding.State;
import dev.postern.backup.offsite.Finding.Subject;
import dev.postern.common.mail.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;

/** The copy in S3, against a store that enforces Object Lock, and against a thief who has every key. */
class OffsiteIT {

    private static final LockRule RULE = new LockRule(true, 30);

    private final S3Client s3 = CephStore.as(CephStore.OWNER);
    private final String name = CephStore.newName();
    private final Bucket bucket = new Bucket(s3, name);
    private final BucketSettings settings = new BucketSettings(s3, name);
    private final InstantSource clock = InstantSource.system();
    private final LockedRepository repository = new LockedRepository(bucket, "");

    @TempDir
    Path folder;

    @Test
    void makesABucketThatNobodyCanErase() {
        var findings = provision();

        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.state().isSafe())
                        .as(finding.toString())
                        .isTrue());
        assertThat(findings)
                .extracting(Finding::subject)
                .contains(
                        Subject.BUCKET,
                        Subject.DEFAULT_LOCK,
                        Subject.DELETE_REFUSED,
                        Subject.SHORTENING_REFUSED,
                        Subject.WEAKENING_REFUSED,
                        Subject.SUSPENSION_REFUSED);
        assertThat(provision())
                .noneSatisfy(finding -> assertThat(finding.state()).isEqualTo(State.MENDED));
    }

    @Test
    void refusesABucketThatCannotBeLocked() {
        s3.createBucket(create -> create.bucket(name));

        assertThat(provision()).anySatisfy(finding -> {
            assertThat(finding.subject()).isEqualTo(Subject.OBJECT_LOCK);
            assertThat(finding.state()).isEqualTo(State.BAD);
            assertThat(finding.detail()).contains("name of a new one");
        });
    }

    @Test
    void noticesThatTheRuleForNewObjectsWasDropped() {
        provision();
        backup(10);
        s3.putObjectLockConfiguration(put ->
                put.bucket(name).objectLockConfiguration(configuration -> configuration.objectLockEnabled("Enabled")));

        assertThat(bad(proof())).contains(Subject.DEFAULT_LOCK, Subject.CANARY_LOCKED);
    }

    @Test
    void noticesARuleThatIsTooWeak() {
        provision();
        settings.setLockRule(new LockRule(false, 1));

        assertThat(bad(proof())).contains(Subject.DEFAULT_LOCK, Subject.CANARY_LOCKED);
    }

    @Test
    void noticesAHostileLifecycleRule() {
        provision();
        var theirs = LifecycleRule.builder()
                .id("theirs")
                .status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix(""))
                .expiration(expiration -> expiration.days(1))
                .build();
        s3.putBucketLifecycleConfiguration(
                put -> put.bucket(name).lifecycleConfiguration(configuration -> configuration.rules(theirs)));

        assertThat(bad(proof())).containsExactly(Subject.LIFECYCLE);
    }

    @Test
    void findsNothingWrongWithAHealthyCopy() {
        provision();
        backup(30);

        assertThat(bad(proof())).isEmpty();
    }

    @Test
    void makesOnlyThoseLocksLongerThatRunOutSoon() {
        provision();
        settings.setLockRule(new LockRule(true, 10));
        backup(6);
        settings.setLockRule(RULE);
        var fresh = backup(5);

        var first = renewal().apply(repository);
        var second = renewal().apply(repository);

        assertThat(first.needed()).isEqualTo(11);
        assertThat(first.renewed()).isEqualTo(6);
        assertThat(first.failures()).isEmpty();
        assertThat(first.locks())
                .allSatisfy(until -> assertThat(until).isAfter(clock.instant().plus(Duration.ofDays(29))));
        assertThat(second.renewed()).isZero();
        assertThat(fresh).hasSize(5);
    }

    @Test
    void leavesTheLocksOfWhatWasForgottenAlone() {
        provision();
        settings.setLockRule(new LockRule(true, 10));
        var forgotten = backup(3).keySet().iterator().next();
        s3.deleteObject(delete -> delete.bucket(name).key(forgotten));

        assertThat(renewal().apply(repository).needed()).isEqualTo(2);
    }

    @Test
    void bringsBackWhatAThiefWithEveryKeyDestroyed() throws IOException {
        provision();
        var written = backup(20);
        s3.putObject(put -> put.bucket(name).key("config"), body("the true configuration"));
        written.put("config", "the true configuration");
        pause();
        var before = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        pause();

        destroy(written.keySet());

        var recovery = new RecoverAsOf(bucket, repository).apply(before, true, folder);
        assertThat(recovery.missing()).isEmpty();
        assertThat(contentOf(folder)).isEqualTo(written);
        var now = new RecoverAsOf(bucket, repository)
                .apply(clock.instant().plusSeconds(5), false, folder.resolve("again"));
        assertThat(now.missing()).isEmpty();
        assertThat(now.forged()).isPositive();
        assertThat(contentOf(folder.resolve("again"))).isEqualTo(written);
    }

    @Test
    void tellsTheAttackFromTheBackupsOnTheTimeline() throws InterruptedException {
        provision();
        var written = backup(4);
        s3.putObject(put -> put.bucket(name).key("config"), body("the true configuration"));
        pause();
        destroy(List.of("config", written.keySet().iterator().next()));

        var episode = Timeline.of(repository);

        assertThat(episode).singleElement().satisfies(all -> {
            assertThat(all.written()).isEqualTo(5);
            assertThat(all.overwritten()).isEqualTo(2);
            assertThat(all.lost()).isEqualTo(1);
            assertThat(all.isSuspicious()).isTrue();
            assertThat(all.examples()).contains("config");
        });
        assertThat(bad(proof())).contains(Subject.SINGLE_VERSIONS);
    }

    @Test
    void doesNotFetchAgainWhatIsThereFromAnEarlierTry() throws IOException {
        provision();
        var written = backup(8);
        var recover = new RecoverAsOf(bucket, repository);
        var first = recover.apply(clock.instant().plusSeconds(5), true, folder);
        var damaged = written.keySet().iterator().next();
        Files.writeString(folder.resolve(damaged), "half of it");

        var second = recover.apply(clock.instant().plusSeconds(5), true, folder);

        assertThat(first.bytes()).isPositive();
        assertThat(second.bytes())
                .isEqualTo(requireNonNull(written.get(damaged)).getBytes(UTF_8).length);
        assertThat(contentOf(folder)).isEqualTo(written);
    }

    @Test
    void saysThatTheStoreIsAway() {
        var nowhere =
                new Bucket(S3Access.client(URI.create("http://127.0.0.1:9"), "default", true, CephStore.OWNER), name);

        assertThatExceptionOfType(StoreAway.class).isThrownBy(() -> nowhere.lockOf("config", "1"));
    }

    private List<Finding> provision() {
        return new Provision(settings, new Canary(bucket, RULE, clock), RULE, new Access(name), false).apply();
    }

    private List<Finding> proof() {
        return new DailyProof(settings, bucket, RULE, clock, new Random(1)).apply(repository);
    }

    private RenewLocks renewal() {
        return new RenewLocks(bucket, RULE, Duration.ofDays(15), clock);
    }

    private static List<Subject> bad(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.state() == State.BAD)
                .map(Finding::subject)
                .toList();
    }

    /** Objects named as restic names them: by what is in them. */
    private Map<String, String> backup(int count) {
        var written = new LinkedHashMap<String, String>();
        for (var number = 0; number < count; number++) {
            var content = "pack %d of %s at %s".formatted(number, name, System.nanoTime());
            var hash = Sha256.of(content.getBytes(UTF_8)).hex();
            var key = number % 5 == 0 ? "snapshots/" + hash : "data/%s/%s".formatted(hash.substring(0, 2), hash);
            bucket.put(key, content.getBytes(UTF_8));
            written.put(key, content);
        }
        return written;
    }

    /** What a thief with every key would do: each attempt that can be refused has to be. */
    private void destroy(Iterable<String> keys) {
        for (var key : keys) {
            var genuine = LockedRepository.genuine(
                            requireNonNull(repository.history().get(key)))
                    .orElseThrow();
            refused(() -> bucket.delete(key, genuine.versionId()));
            refused(() -> bucket.lock(key, genuine.versionId(), clock.instant().plusSeconds(60)));
            refused(() -> bucket.retain(
                    key,
                    genuine.versionId(),
                    ObjectLockRetentionMode.GOVERNANCE,
                    clock.instant().plus(Duration.ofDays(40))));
            bucket.put(key, ("ransom note over " + key).getBytes(UTF_8));
            s3.deleteObject(delete -> delete.bucket(name).key(key));
        }
        refused(() -> settings.setVersioned(false));
    }

    private static void refused(ThrowingCallable attempt) {
        assertThatExceptionOfType(StoreRefused.class).isThrownBy(attempt);
    }

    /** Versions carry whole seconds. */
    private void pause() {
        var next = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        await().until(() -> clock.instant().isAfter(next));
    }

    private static RequestBody body(String text) {
        return RequestBody.fromString(text);
    }

    private static Map<String, String> contentOf(Path folder) throws IOException {
        var content = new LinkedHashMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : new ArrayList<>(files.filter(Files::isRegularFile).toList())) {
                var path = folder.relativize(file).toString();
                if (!path.startsWith("again/")) {
                    content.put(path, Files.readString(file));
                }
            }
        }
        return content;
    }
}
