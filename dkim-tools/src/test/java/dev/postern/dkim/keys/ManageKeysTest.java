package dev.postern.dkim.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.DomainName;
import dev.postern.dkim.keys.ManageKeys.Creation;
import dev.postern.dkim.testing.StoredKeys;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManageKeysTest {

    private static final Instant NOW = Instant.parse("2026-01-31T23:59:59.987Z");
    private static final DomainName DOMAIN = DomainName.parse("example.com");
    private static final PairName FIRST = new PairName("first");
    private static final PairName SECOND = new PairName("second");

    @TempDir
    Path folder;

    private KeyStore store;
    private ManageKeys keys;

    @BeforeEach
    void openStore() {
        store = new KeyStore(folder);
        store.prepare();
        keys = new ManageKeys(store, InstantSource.fixed(NOW));
    }

    @Test
    void namesKeysByTheDateInUtc() {
        assertThat(keys.nameForToday()).hasToString("20260131");
    }

    @Test
    void theFirstPairIsActiveAtOnce() {
        var made = created(keys.create(DOMAIN, FIRST));

        assertThat(made.active()).isEqualTo(FIRST);
        assertThat(made.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.created()).isEqualTo("2026-01-31T23:59:59Z");
            assertThat(pair.keys())
                    .extracting(key -> key.selector().value())
                    .containsExactly("first-rsa", "first-ed25519");
        });
        assertThat(store.find(DOMAIN)).contains(made);
    }

    @Test
    void aFurtherPairWaitsUntilItIsMadeActive() {
        keys.create(DOMAIN, FIRST);

        var made = created(keys.create(DOMAIN, SECOND));

        assertThat(made.active()).isEqualTo(FIRST);
        assertThat(made.pairs()).extracting(DomainKeys.Pair::name).containsExactly(SECOND, FIRST);

        var changed = keys.activate(DOMAIN, SECOND);

        assertThat(changed).hasValueSatisfying(now -> {
            assertThat(now.active()).isEqualTo(SECOND);
            assertThat(now.pairs()).isEqualTo(made.pairs());
        });
        assertThat(store.find(DOMAIN)).isEqualTo(changed);
    }

    @Test
    void aNameIsTakenOnce() {
        var made = created(keys.create(DOMAIN, FIRST));

        assertThat(keys.create(DOMAIN, FIRST)).isEqualTo(new Creation.NameTaken());
        assertThat(store.find(DOMAIN)).contains(made);
        assertThat(keys.create(DomainName.parse("example.org"), FIRST)).isInstanceOf(Creation.Created.class);
    }

    @Test
    void whatDoesNotExistCannotBeMadeActive() {
        assertThat(keys.activate(DOMAIN, FIRST)).isEmpty();

        keys.create(DOMAIN, FIRST);

        assertThat(keys.activate(DOMAIN, SECOND)).isEmpty();
        assertThat(store.find(DOMAIN))
                .hasValueSatisfying(now -> assertThat(now.active()).isEqualTo(FIRST));
    }

    @Test
    void aNameThatDnsCannotHoldLeavesNothingBehind() {
        var longest = DomainName.parse(("a".repeat(49) + ".").repeat(5) + "abc");

        assertThat(keys.create(longest, FIRST))
                .isInstanceOfSatisfying(
                        Creation.TooLong.class,
                        refusal -> assertThat(refusal.reason()).contains("DNS allows 253"));
        assertThat(new StoredKeys(folder).folderOf(longest.ascii())).doesNotExist();
    }

    @Test
    void ofManyWhoWantTheSameNameOneGetsItAndTheFilesAreOnesOwn() throws Exception {
        var outcomes = atOnce(IntStream.range(0, 6)
                .<Callable<Creation>>mapToObj(_ -> () -> keys.create(DOMAIN, FIRST))
                .toList());

        assertThat(outcomes.stream().filter(Creation.Created.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Creation.NameTaken.class::isInstance))
                .hasSize(5);
        assertThat(store.find(DOMAIN)).hasValueSatisfying(this::matchesItsPrivateKeys);
    }

    @Test
    void changesAtTheSameTimeDoNotOverwriteEachOther() throws Exception {
        var names = Stream.of("a", "b", "c", "d").map(PairName::new).toList();
        keys.create(DOMAIN, FIRST);

        atOnce(Stream.<Callable<Object>>concat(
                        names.stream().map(name -> () -> keys.create(DOMAIN, name)),
                        Stream.of(() -> keys.activate(DOMAIN, FIRST), () -> store.all()))
                .toList());

        assertThat(store.find(DOMAIN)).hasValueSatisfying(now -> {
            assertThat(now.pairs())
                    .extracting(DomainKeys.Pair::name)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of(FIRST), names.stream()).toList());
            matchesItsPrivateKeys(now);
        });
    }

    private void matchesItsPrivateKeys(DomainKeys domain) {
        var stored = new StoredKeys(folder);
        assertThat(domain.pairs().stream().flatMap(pair -> pair.keys().stream()))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.record().value())
                        .isEqualTo(stored.recordOf(
                                domain.domain().ascii(), key.selector().value())));
    }

    private static DomainKeys created(Creation outcome) {
        assertThat(outcome).isInstanceOf(Creation.Created.class);
        return ((Creation.Created) outcome).keys();
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        var start = new CyclicBarrier(tasks.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (var task : tasks) {
                running.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var result : running) {
                results.add(result.get());
            }
            return results;
        }
    }
}
