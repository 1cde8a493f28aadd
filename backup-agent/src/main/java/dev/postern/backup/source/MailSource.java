package dev.postern.backup.source;

import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Entry;
import dev.postern.backup.manifest.MailCount;
import dev.postern.backup.manifest.MailPath;
import dev.postern.backup.manifest.Part;
import dev.postern.backup.manifest.SnapshotId;
import dev.postern.backup.restic.Node;
import dev.postern.backup.restic.ResticFailure;
import dev.postern.backup.restic.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Saves the mailboxes while people and Dovecot work on them.
 *
 * <p>A message whose flags change gets another name, and one that is seen for the first time another directory: restic can
 * miss it in passing. So the messages are counted before and after, and what was there both times and is not in the
 * snapshot makes restic look once more, which takes a moment, since only that is new.
 */
public final class MailSource implements Source {

    /** How long to wait before another look: until whoever marks thousands of messages as read has done so. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(30));

    private static final int SHOWN = 20;

    /** Deliveries at work; and what Dovecot makes anew from the messages. */
    private static final List<String> EXCLUDED = List.of(
            "/*/*/Maildir/tmp/*",
            "/*/*/Maildir/.*/tmp/*",
            "/*/*/Maildir/dovecot.index*",
            "/*/*/Maildir/.*/dovecot.index*",
            "/*/*/Maildir/dovecot.list.index*",
            "/*/*/Maildir/fts-flatcurve",
            "/*/*/Maildir/.*/fts-flatcurve",
            "/.restore-*");

    private final Path store;

    public MailSource(Path store) {
        this.store = store;
    }

    @Override
    public Component component() {
        return Component.MAIL;
    }

    @Override
    public Part save(Saving saving) throws SourceUnavailable, ResticFailure {
        try {
            var before = new MailCensus(store).take();
            var parent = saving.previous().map(Part::snapshot);
            var added = 0L;
            for (int look = 0; ; look++) {
                var known = parent;
                var saved = saving.writer().save(store, EXCLUDED, saving.marks(Component.MAIL), known, saving.work());
                added += saved.addedBytes();
                var content = contentOf(saved.snapshot().or(() -> known).orElseThrow(), saving);
                var missing = missing(before, content);
                var unreadable = stillThere(saved);
                if ((missing.isEmpty() && unreadable.isEmpty()) || look == PAUSES.size()) {
                    missing.addAll(unreadable);
                    return new Part(
                            Component.MAIL, content.snapshot(), saving.at(), added, content.entries(), shown(missing));
                }
                parent = Optional.of(content.snapshot());
                saving.work().cancellation().rest(PAUSES.get(look));
            }
        } catch (IOException failure) {
            throw new SourceUnavailable("The mail in %s cannot be read: %s".formatted(store, failure), failure);
        }
    }

    private record Content(SnapshotId snapshot, List<Entry> entries, LongSet messages) {}

    private static Content contentOf(SnapshotId snapshot, Saving saving) throws ResticFailure {
        var count = new MailCount();
        var messages = new LongSet();
        saving.reader().walk(snapshot, "/", saving.work(), node -> {
            if (node.type() == Node.Type.FILE) {
                var path = new MailPath(node.path());
                count.add(path, node.size(), node.modified());
                if (path.isMessage()) {
                    messages.add(MailCensus.key(path));
                }
            }
        });
        return new Content(snapshot, count.entries(), messages);
    }

    private List<String> missing(LongSet before, Content content) throws IOException {
        var missing = new ArrayList<String>();
        new MailCensus(store).visit(path -> {
            var key = MailCensus.key(path);
            if (before.contains(key) && !content.messages().contains(key)) {
                missing.add(path.text());
            }
        });
        return missing;
    }

    /** Of what restic could not read, that which has not simply gone. */
    private static List<String> stillThere(Saved saved) {
        return saved.unreadable().stream()
                .filter(complaint -> !complaint.contains("no such file or directory")
                        || Files.exists(Path.of(complaint.substring(0, Math.max(0, complaint.indexOf(": "))))))
                .toList();
    }

    private static List<String> shown(List<String> missing) {
        return missing.size() <= SHOWN ? missing : missing.subList(0, SHOWN);
    }
}
