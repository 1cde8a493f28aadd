package dev.postern.admin.migration.mail;

import java.util.HashSet;
import java.util.Set;

/** What of a folder there may be here already, by what the messages are. */
final class KnownHere {

    private final Set<MessageKey> before;
    private final Set<MessageKey> inDoubt;
    private final long doubtTo;

    private KnownHere(Set<MessageKey> before, Set<MessageKey> inDoubt, long doubtTo) {
        this.before = before;
        this.inDoubt = inDoubt;
        this.doubtTo = doubtTo;
    }

    static KnownHere of(MoveSession session, FolderMove folder) throws MoveFailed {
        var checkpoint = folder.checkpoint();
        var before = new HashSet<MessageKey>();
        var inDoubt = new HashSet<MessageKey>();
        if (folder.rest()) {
            for (var name : session.localFolders()) {
                before.addAll(session.keysHere(name, 1, Long.MAX_VALUE));
            }
        } else {
            if (checkpoint.compareBelow() > 1) {
                before.addAll(session.keysHere(folder.target(), 1, checkpoint.compareBelow()));
            }
            if (checkpoint.isOpen()) {
                inDoubt.addAll(session.keysHere(folder.target(), checkpoint.chunkFrom(), Long.MAX_VALUE));
            }
        }
        return new KnownHere(before, inDoubt, inDoubt.isEmpty() ? 0 : checkpoint.chunkTo());
    }

    /** Whether there is anything that a message with this UID, or one after it, has to be compared with. */
    boolean concerns(long uid) {
        return !before.isEmpty() || uid <= doubtTo;
    }

    boolean has(long uid, MessageKey key) {
        return before.contains(key) || (uid <= doubtTo && inDoubt.contains(key));
    }
}
