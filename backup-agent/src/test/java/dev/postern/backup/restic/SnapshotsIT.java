package dev.postern.backup.restic;

import static dev.postern.backup.testing.LocalRepositories.WORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import dev.postern.backup.process.Cancellation;
import dev.postern.backup.process.Priority;
import dev.postern.backup.process.Streams;
import dev.postern.backup.restic.ResticFailure.Kind;
import dev.postern.backup.testing.LocalRepositories;
import dev.postern.backup.testing.Tools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsIT {

    private static final TreeSet<String> TAGS = new TreeSet<>(List.of("component=mail", "postern"));

    @TempDir
    Path folder;

    private Path mail;
    private LocalRepository repository;
    private SnapshotWriter writer;
    private SnapshotReader reader;
    private RepositoryKeeper keeper;

    @BeforeEach
    void makeRepository() throws Exception {
        mail = Files.createDirectories(folder.resolve("mail"));
        repository = LocalRepositories.madeIn(folder);
        writer = new SnapshotWriter(Tools.restic(), repository);
        reader = new SnapshotReader(Tools.restic(), repository);
        keeper = new RepositoryKeeper(Tools.restic(), repository);
    }

    @Test
    void savesADirectoryAndGivesItBack() throws Exception {
        write("ann/cur/1.x:2,S", "hello");
        write("ann/tmp/2.x", "half");

        var saved = writer.save(mail, List.of("/*/tmp/*"), TAGS, Optional.empty(), WORK);
        var target = folder.resolve("restored");
        reader.restore(saved.snapshot().orElseThrow(), "/ann", target, WORK);

        assertThat(saved.files()).isEqualTo(1);
        assertThat(saved.unreadable()).isEmpty();
        assertThat(target.resolve("cur/1.x:2,S")).hasContent("hello");
        assertThat(target.resolve("tmp")).isEmptyDirectory();
        assertThat(reader.list(WORK)).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.tags()).isEqualTo(TAGS);
            assertThat(snapshot.id()).isEqualTo(saved.snapshot().orElseThrow());
        });
    }

    @Test
    void listsWhatIsInASnapshot() throws Exception {
        write("ann/cur/1.x:2,S", "hello");
        var snapshot = writer.save(mail, List.of(), TAGS, Optional.empty(), WORK)
                .snapshot()
                .orElseThrow();

        var nodes = new ArrayList<Node>();
        reader.walk(snapshot, "/", WORK, nodes::add);

        assertThat(nodes).extracting(Node::path).containsExactly("/ann", "/ann/cur", "/ann/cur/1.x:2,S");
        assertThat(nodes.getLast()).satisfies(file -> {
            assertThat(file.type()).isEqualTo(Node.Type.FILE);
            assertThat(file.size()).isEqualTo(5);
            assertThat(file.modified())
                    .isEqualTo(Files.getLastModifiedTime(mail.resolve("ann/cur/1.x:2,S"))
                            .toInstant());
        });
    }

    @Test
    void makesNoSnapshotOfWhatHasNotChanged() throws Exception {
        write("ann/cur/1.x:2,S", "hello");
        var first = writer.save(mail, List.of(), TAGS, Optional.empty(), WORK).snapshot();

        var second = writer.save(mail, List.of(), TAGS, first, WORK);

        assertThat(second.snapshot()).isEmpty();
        assertThat(reader.list(WORK)).hasSize(1);
    }

    @Test
    void savesAStreamAndGivesItBack() throws Exception {
        var content = "CREATE TABLE a;\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);

        var saved = writer.save("mariadb.sql", stream -> stream.write(content), TAGS, WORK);
        var back = new ByteArrayOutputStream();
        reader.read(saved.snapshot().orElseThrow(), "/mariadb.sql", WORK, stream -> stream.transferTo(back));

        assertThat(back.toByteArray()).isEqualTo(content);
    }

    @Test
    void makesNoSnapshotOfAStreamThatBreaksOff() throws Exception {
        assertThatThrownBy(() -> writer.save(
                        "mariadb.sql",
                        stream -> {
                            stream.write(new byte[100_000]);
                            throw new IOException("mariadb-dump ended with 2");
                        },
                        TAGS,
                        WORK))
                .isInstanceOfSatisfying(
                        ResticFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.NO_INPUT))
                .hasMessageContaining("mariadb-dump ended with 2");

        assertThat(reader.list(WORK)).isEmpty();
    }

    @Test
    void makesNoSnapshotOfAnEmptyStream() throws Exception {
        assertThatThrownBy(() -> writer.save("mariadb.sql", _ -> {}, TAGS, WORK))
                .isInstanceOf(ResticFailure.class);
    }

    @Test
    void doesNotTakeAMissingDirectoryForAnEmptyOne() {
        assertThatThrownBy(() -> writer.save(folder.resolve("not-mounted"), List.of(), TAGS, Optional.empty(), WORK))
                .isInstanceOf(ResticFailure.class)
                .hasMessageContaining("not-mounted does not exist");
    }

    @Test
    void tellsWhatRepositoryItIs() throws Exception {
        assertThat(keeper.find(WORK)).isPresent();

        var elsewhere = new LocalRepository(folder.resolve("nothing"), repository.passwordFile());
        assertThat(new RepositoryKeeper(Tools.restic(), elsewhere).find(WORK)).isEmpty();
    }

    @Test
    void saysThatThePasswordIsWrong() throws Exception {
        var other = new LocalRepository(repository.directory(), Files.writeString(folder.resolve("other"), "wrong"));

        assertThatThrownBy(() -> new SnapshotReader(Tools.restic(), other).list(WORK))
                .isInstanceOfSatisfying(
                        ResticFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.WRONG_PASSWORD))
                .hasMessageContaining(other.passwordFile().toString())
                .hasMessageNotContaining("wrong password");
    }

    @Test
    void forgetsSnapshotsAndFreesTheirRoom() throws Exception {
        write("ann/cur/1.x:2,S", "hello");
        var first = writer.save(mail, List.of(), TAGS, Optional.empty(), WORK)
                .snapshot()
                .orElseThrow();
        write("ann/cur/2.x:2,S", "again");
        var second = writer.save(mail, List.of(), TAGS, Optional.of(first), WORK)
                .snapshot()
                .orElseThrow();

        keeper.forget(List.of(first), WORK);
        keeper.tidy(WORK);

        assertThat(reader.list(WORK)).extracting(Snapshot::id).containsExactly(second);
        keeper.check(Optional.of("100%"), WORK);
    }

    @Test
    void findsDamage() throws Exception {
        write("ann/cur/1.x:2,S", "hello");
        writer.save(mail, List.of(), TAGS, Optional.empty(), WORK);
        try (var packs = Files.walk(repository.directory().resolve("data"))) {
            var pack = packs.filter(Files::isRegularFile).findFirst().orElseThrow();
            assertThat(pack.toFile().setWritable(true)).isTrue();
            Files.write(pack, new byte[(int) Files.size(pack)]);
        }

        assertThatThrownBy(() -> keeper.check(Optional.of("100%"), WORK))
                .isInstanceOfSatisfying(
                        ResticFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.DAMAGED));
    }

    @Test
    void stopsWhenAskedAndLeavesNoLock() throws Exception {
        var cancellation = new Cancellation();
        var work = new Work(Priority.LOW, cancellation, Duration.ofMinutes(2), _ -> {});

        assertThatThrownBy(() -> writer.save("mariadb.sql", endless(cancellation), TAGS, work))
                .isInstanceOfSatisfying(
                        ResticFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.STOPPED));

        assertThat(repository.directory().resolve("locks")).isEmptyDirectory();
        assertThat(reader.list(WORK)).isEmpty();
    }

    @Test
    void removesTheLockOfOneThatWasKilled() throws Exception {
        Files.copy(
                Files.writeString(folder.resolve("lock"), "not even readable"),
                repository.directory().resolve("locks").resolve("0".repeat(64)));

        keeper.unlock(WORK);

        keeper.check(Optional.empty(), WORK);
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        var told = new CountDownLatch(1);
        var seen = new ArrayList<Progress>();

        writer.save(
                "mariadb.sql",
                stream -> {
                    stream.write(new byte[1_000_000]);
                    stream.flush();
                    told.await();
                },
                TAGS,
                WORK.telling(progress -> {
                    seen.add(progress);
                    told.countDown();
                }));

        assertThat(seen).first().extracting(Progress::bytes).asInstanceOf(LONG).isBetween(1L, 1_000_000L);
    }

    @Test
    void refusesAnotherVersion() throws Exception {
        Tools.restic().check();
        var other = Files.writeString(folder.resolve("restic"), "#!/bin/sh\necho restic 0.19.1 compiled with go\n");
        assertThat(other.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(() -> new ResticProgram(other, folder).check())
                .isInstanceOf(ResticFailure.class)
                .hasMessageContaining("0.19.1", "0.18.0");
    }

    private static Streams.Writer endless(Cancellation cancellation) {
        return stream -> {
            while (true) {
                stream.write(new byte[1_000_000]);
                cancellation.request();
            }
        };
    }

    private void write(String name, String content) throws IOException {
        var file = mail.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
