package dev.postern.backup.source;

import static dev.postern.backup.testing.LocalRepositories.WORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.postern.backup.manifest.Entry;
import dev.postern.backup.manifest.MailCount;
import dev.postern.backup.manifest.MailPath;
import dev.postern.backup.manifest.Part;
import dev.postern.backup.manifest.RunId;
import dev.postern.backup.restic.Node;
import dev.postern.backup.restic.SnapshotReader;
import dev.postern.backup.restic.SnapshotWriter;
import dev.postern.backup.testing.LocalRepositories;
import dev.postern.backup.testing.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSourceIT {

    private static final RunId RUN = new RunId("20260131-030000-k3f9");

    @TempDir
    Path folder;

    private Path store;
    private MailSource source;
    private SnapshotWriter writer;
    private SnapshotReader reader;

    @BeforeEach
    void start() throws Exception {
        store = Files.createDirectories(folder.resolve("mail"));
        source = new MailSource(store);
        var repository = LocalRepositories.madeIn(folder);
        writer = new SnapshotWriter(Tools.restic(), repository);
        reader = new SnapshotReader(Tools.restic(), repository);
    }

    @Test
    void losesNoMessageThatPeopleAndDovecotMoveAboutMeanwhile() throws Exception {
        var names = new ArrayList<String>();
        for (int number = 0; number < 3000; number++) {
            names.add("1700000000.M%dP1.host".formatted(number));
            write("example.org/ann/Maildir/new/" + names.getLast(), "message " + number);
        }
        var reading = Thread.ofPlatform().start(() -> readAndFlag(names));

        var part = save(Optional.empty());
        reading.join();

        assertThat(part.problems()).isEmpty();
        var saved = new HashSet<String>();
        for (var node : nodes(part)) {
            if (new MailPath(node.path()).isMessage()) {
                saved.add(new MailPath(node.path()).message());
            }
        }
        assertThat(saved).hasSize(3000);
    }

    @Test
    void savesWhatCannotBeMadeAnewAndLeavesOutWhatCan() throws Exception {
        for (var name : List.of(
                "Maildir/cur/1.x:2,S",
                "Maildir/tmp/2.x",
                "Maildir/dovecot-uidlist",
                "Maildir/dovecot.index.cache",
                "Maildir/dovecot.list.index.log",
                "Maildir/fts-flatcurve/index.1/glass",
                "Maildir/.Sent.tmp/cur/3.x:2,S",
                "Maildir/.Sent.tmp/tmp/4.x",
                "Maildir/.Sent.tmp/dovecot.index.log",
                "Maildir/subscriptions",
                "sieve/rules.sieve",
                ".dovecot.lda-dupes")) {
            write("example.org/tmp/" + name, name);
            write("tmp/fts-flatcurve/" + name, name);
        }
        write(".restore-20260101/example.org/ann/Maildir/cur/9.x", "staged");

        var part = save(Optional.empty());

        assertThat(nodes(part).stream()
                        .filter(node -> node.type() == Node.Type.FILE)
                        .map(Node::path)
                        .filter(path -> path.startsWith("/tmp/")))
                .containsExactlyInAnyOrder(
                        "/tmp/fts-flatcurve/.dovecot.lda-dupes",
                        "/tmp/fts-flatcurve/Maildir/.Sent.tmp/cur/3.x:2,S",
                        "/tmp/fts-flatcurve/Maildir/cur/1.x:2,S",
                        "/tmp/fts-flatcurve/Maildir/dovecot-uidlist",
                        "/tmp/fts-flatcurve/Maildir/subscriptions",
                        "/tmp/fts-flatcurve/sieve/rules.sieve");
        assertThat(part.entries())
                .extracting(Entry::name, Entry::count)
                .containsExactly(tuple("fts-flatcurve@tmp", 2L), tuple("tmp@example.org", 2L));
    }

    @Test
    void countsTheSameOnceRestored() throws Exception {
        write("example.org/日本/Maildir/cur/1.x:2,S", "hello");
        write("example.org/ann/Maildir/.Sent/cur/2.x:2,S", "there");
        var part = save(Optional.empty());

        var target = folder.resolve("restored");
        reader.restore(part.snapshot(), "/", target, WORK);

        var count = new MailCount();
        try (var files = Files.walk(target)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                count.add(
                        new MailPath("/" + target.relativize(file)),
                        Files.size(file),
                        Files.getLastModifiedTime(file).toInstant());
            }
        }
        assertThat(count.entries()).isEqualTo(part.entries());
        assertThat(part.entries()).extracting(Entry::name).containsExactly("ann@example.org", "日本@example.org");
    }

    @Test
    void takesTheLastSnapshotAgainIfNothingHasChanged() throws Exception {
        write("example.org/ann/Maildir/cur/1.x:2,S", "hello");
        var first = save(Optional.empty());

        var second = save(Optional.of(first));

        assertThat(second.snapshot()).isEqualTo(first.snapshot());
        assertThat(second.addedBytes()).isZero();
        assertThat(second.entries()).isEqualTo(first.entries());
    }

    /** As Dovecot does: a message that is seen moves from new to cur, and a change of its flags renames it. */
    private void readAndFlag(List<String> names) {
        var maildir = store.resolve("example.org/ann/Maildir");
        try {
            Files.createDirectories(maildir.resolve("cur"));
            for (var name : names.reversed()) {
                var seen = maildir.resolve("cur").resolve(name + ":2,S");
                Files.move(maildir.resolve("new").resolve(name), seen);
                LockSupport.parkNanos(500_000);
                Files.move(seen, maildir.resolve("cur").resolve(name + ":2,RS"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Part save(Optional<Part> previous) throws Exception {
        return source.save(new Saving(RUN, Instant.EPOCH, previous, writer, reader, WORK));
    }

    private List<Node> nodes(Part part) throws Exception {
        var nodes = new ArrayList<Node>();
        reader.walk(part.snapshot(), "/", WORK, nodes::add);
        return nodes;
    }

    private void write(String name, String content) throws IOException {
        var file = store.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
