package dev.postern.backup.manifest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Counts the files of the mail store by mailbox, whether they are seen in a snapshot or on a disk, in whatever order.
 */
public final class MailCount {

    private static final class Sum {
        private long messages;
        private long bytes;
        private final SetDigest digest = new SetDigest();
    }

    private final TreeMap<String, Sum> mailboxes = new TreeMap<>();

    /** Counts one regular file. */
    public void add(MailPath path, long size, Instant modified) {
        var sum = mailboxes.computeIfAbsent(path.mailbox(), _ -> new Sum());
        sum.bytes += size;
        sum.digest.add("%s\0%d\0%d\0%d".formatted(path.text(), size, modified.getEpochSecond(), modified.getNano()));
        if (path.isMessage()) {
            sum.messages++;
        }
    }

    public List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        mailboxes.forEach((name, sum) -> entries.add(new Entry(name, sum.messages, sum.bytes, sum.digest.value())));
        return entries;
    }
}
