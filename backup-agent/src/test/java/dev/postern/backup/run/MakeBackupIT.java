package dev.postern.backup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.postern.backup.engine.Engine;
import dev.postern.backup.history.RunState;
import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Entry;
import dev.postern.backup.manifest.Manifest;
import dev.postern.backup.manifest.Part;
import dev.postern.backup.manifest.Trigger;
import dev.postern.backup.process.Cancellation;
import dev.postern.backup.process.Priority;
import dev.postern.backup.testing.TestPlatform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakeBackupIT {

    @TempDir
    Path folder;

    private TestPlatform platform;
    private Engine engine;

    @BeforeEach
    void start() throws Exception {
        platform = TestPlatform.in(folder);
        engine = platform.engine();
    }

    @Test
    void savesEverythingAndSaysWhatItIs() throws Exception {
        platform.deliver("example.org/bob", "1700000001.M1P1.host:2,", "four");
        platform.write("mail/example.org/bob/sieve/rules.sieve", "keep;");

        var manifest = whole(Trigger.MANUAL);

        assertThat(manifest.isWhole()).isTrue();
        assertThat(manifest.gaps()).isEmpty();
        assertThat(manifest.parts()).extracting(Part::component).containsExactly(Component.values());
        assertThat(part(manifest, Component.MAIL).entries())
                .extracting(Entry::name, Entry::count, Entry::bytes)
                .containsExactly(tuple("ann@example.org", 1L, 5L), tuple("bob@example.org", 1L, 9L));
        assertThat(part(manifest, Component.DATABASE).entries())
                .extracting(Entry::name, Entry::count)
                .containsExactly(tuple("postern", 1L));
        assertThat(part(manifest, Component.DKIM).entries())
                .extracting(Entry::name)
                .containsExactly("domains/example.org/s1.key");
        assertThat(engine.history().find(manifest.run())).hasValueSatisfying(record -> {
            assertThat(record.state()).isEqualTo(RunState.COMPLETE);
            assertThat(record.manifest()).contains(manifest);
            assertThat(record.kept()).isTrue();
        });
    }

    @Test
    void findsEverythingAgainWhenTheHistoryIsLost() throws Exception {
        var manifest = whole(Trigger.DAILY);
        for (var file : new String[] {"history.sqlite", "history.sqlite-wal", "history.sqlite-shm"}) {
            Files.deleteIfExists(folder.resolve("state").resolve(file));
        }

        engine = platform.engine();
        engine.repository().open(TestPlatform.work(engine), false);

        assertThat(engine.history().latest(10)).singleElement().satisfies(record -> {
            assertThat(record.manifest()).contains(manifest);
            assertThat(record.triggers()).containsExactly(Trigger.DAILY);
            assertThat(record.isWhole()).isTrue();
        });
    }

    @Test
    void putsADamagedHistoryAside() throws Exception {
        var manifest = whole(Trigger.DAILY);
        Files.deleteIfExists(folder.resolve("state/history.sqlite-wal"));
        Files.writeString(folder.resolve("state/history.sqlite"), "this was a database once ".repeat(100));

        engine = platform.engine();
        engine.repository().open(TestPlatform.work(engine), false);

        assertThat(engine.history().find(manifest.run())).isPresent();
    }

    @Test
    void addsOnlyWhatIsNew() throws Exception {
        var first = whole(Trigger.DAILY);

        var second = whole(Trigger.CONTINUOUS);

        assertThat(second.isWhole()).isTrue();
        for (var component : Component.values()) {
            if (component != Component.DATABASE) {
                assertThat(part(second, component).snapshot())
                        .isEqualTo(part(first, component).snapshot());
                assertThat(part(second, component).addedBytes()).isZero();
            }
            assertThat(part(second, component).entries())
                    .isEqualTo(part(first, component).entries());
        }
    }

    @Test
    void savesOneComponentAlone() {
        var outcome = engine.makeBackup()
                .make(new Order(Set.of(Trigger.MANUAL), Set.of(Component.DKIM), TestPlatform.work(engine)));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Made.class, made -> {
            assertThat(made.manifest().isComplete()).isTrue();
            assertThat(made.manifest().isWhole()).isFalse();
            assertThat(made.manifest().parts()).extracting(Part::component).containsExactly(Component.DKIM);
        });
    }

    @Test
    void savesTheMailThoughTheDatabaseIsDown() throws Exception {
        Files.writeString(folder.resolve("mariadb"), "#!/bin/sh\necho 'ERROR 2002: no connection' >&2; exit 1\n");

        var manifest = whole(Trigger.DAILY);

        assertThat(manifest.isComplete()).isFalse();
        assertThat(manifest.part(Component.MAIL)).isPresent();
        assertThat(manifest.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.component()).isEqualTo(Component.DATABASE);
            assertThat(gap.reason()).contains("ERROR 2002");
        });
        assertThat(engine.history().find(manifest.run()).orElseThrow()).satisfies(record -> {
            assertThat(record.state()).isEqualTo(RunState.INCOMPLETE);
            assertThat(record.problem())
                    .hasValueSatisfying(problem -> assertThat(problem).contains("ERROR 2002"));
        });
    }

    @Test
    void takesNoPartOfADumpForTheWhole() throws Exception {
        Files.writeString(folder.resolve("mariadb-dump"), "#!/bin/sh\necho '-- Current Database: `postern`'\nexit 2\n");

        var manifest = whole(Trigger.DAILY);

        assertThat(manifest.part(Component.DATABASE)).isEmpty();
        assertThat(manifest.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.reason()).contains("broke off"));
        assertThat(snapshots("component=db")).isZero();
    }

    @Test
    void namesASchemaThatItMayNotRead() throws Exception {
        Files.writeString(folder.resolve("mariadb"), """
                #!/bin/sh
                case "$*" in
                    *schemata*) printf 'extra\\npostern\\n' ;;
                    *database=extra*) echo 'ERROR 1044 (42000): Access denied' >&2; exit 1 ;;
                    *) echo 1 ;;
                esac
                """);

        var manifest = whole(Trigger.DAILY);

        assertThat(manifest.isComplete()).isFalse();
        assertThat(part(manifest, Component.DATABASE).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("\"extra\""));
    }

    @Test
    void doesNotMakeARepositoryWhereTheDiskIsNotMounted() throws Exception {
        whole(Trigger.DAILY);
        Files.move(folder.resolve("repository"), folder.resolve("unmounted"));

        var outcome = make(Trigger.DAILY);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                                assertThat(failed.reason()).contains("Is its disk mounted?", "./postern backup adopt"));
        assertThat(folder.resolve("repository")).doesNotExist();

        engine.known().adopt(TestPlatform.work(engine));
        assertThat(make(Trigger.DAILY)).isInstanceOf(Outcome.Made.class);
    }

    @Test
    void doesNotTakeAnotherRepositoryForItsOwn() throws Exception {
        whole(Trigger.DAILY);
        Files.move(folder.resolve("repository"), folder.resolve("mine"));
        engine.keeper().make(TestPlatform.work(engine));

        assertThat(make(Trigger.DAILY))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("another one than before"));
    }

    @Test
    void makesTheRepositoryTheFirstTime() throws Exception {
        platform.set("repository.directory", folder.resolve("new/repository"));
        Files.createDirectories(folder.resolve("new"));
        engine = platform.engine();

        assertThat(make(Trigger.DAILY)).isInstanceOf(Outcome.Made.class);
    }

    @Test
    void keepsAsManyAsItShould() throws Exception {
        platform.set("keep.daily", 2).set("keep.continuous", 1);
        engine = platform.engine();
        var weekly = whole(Trigger.WEEKLY);
        platform.deliver("example.org/ann", "2.x:2,", "two");
        var first = whole(Trigger.DAILY);
        platform.deliver("example.org/ann", "3.x:2,", "three");
        var second = whole(Trigger.DAILY);
        var third = whole(Trigger.DAILY);

        assertThat(engine.history().kept()).containsExactlyInAnyOrder(weekly.run(), second.run(), third.run());
        assertThat(engine.history().find(first.run()))
                .hasValueSatisfying(record -> assertThat(record.kept()).isFalse());
        var listing = engine.catalogue().list(TestPlatform.work(engine));
        assertThat(listing.backups()).hasSize(3).allMatch(backup -> backup.complete());
        assertThat(listing.loose()).isEmpty();
        engine.keeper().check(java.util.Optional.of("100%"), TestPlatform.work(engine));
    }

    @Test
    void isTheOnlyOneAtWork() throws Exception {
        try (var _ = engine.lock().tryTake("restore 1").orElseThrow()) {
            assertThat(make(Trigger.DAILY)).isEqualTo(new Outcome.Busy("restore 1"));
        }
        assertThat(make(Trigger.DAILY)).isInstanceOf(Outcome.Made.class);
    }

    @Test
    void canBeStoppedAndGoesOnTheNextTime() throws Exception {
        var cancellation = new Cancellation();
        Files.writeString(
                folder.resolve("mariadb-dump"),
                "#!/bin/sh\ntouch %s\nexec sleep 600\n".formatted(folder.resolve("dumping")));
        var stopper = Thread.ofVirtual().start(() -> {
            while (!Files.exists(folder.resolve("dumping"))) {
                Thread.onSpinWait();
            }
            cancellation.request();
        });

        var outcome = engine.makeBackup()
                .make(Order.whole(Set.of(Trigger.DAILY), engine.work(Priority.NORMAL, cancellation)));
        stopper.join();

        assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
        assertThat(engine.history().latest(1).getFirst().state()).isEqualTo(RunState.STOPPED);
        Files.writeString(
                folder.resolve("mariadb-dump"),
                "#!/bin/sh\nprintf -- '-- Current Database: `postern`\\n-- Dump completed\\n'\n");
        var next = whole(Trigger.DAILY);
        assertThat(next.isWhole()).isTrue();
        assertThat(engine.catalogue().list(TestPlatform.work(engine)).loose()).isEmpty();
    }

    private long snapshots(String tag) throws Exception {
        return engine.reader().list(TestPlatform.work(engine)).stream()
                .filter(snapshot -> snapshot.tags().contains(tag))
                .count();
    }

    private Manifest whole(Trigger trigger) {
        var outcome = make(trigger);
        assertThat(outcome).isInstanceOf(Outcome.Made.class);
        return ((Outcome.Made) outcome).manifest();
    }

    private Outcome make(Trigger trigger) {
        return engine.makeBackup().make(Order.whole(Set.of(trigger), TestPlatform.work(engine)));
    }

    private static Part part(Manifest manifest, Component component) {
        return manifest.part(component).orElseThrow();
    }
}
