package dev.postern.admin.migration.mail;

import dev.postern.admin.migration.mail.FolderMove.Checkpoint;
import dev.postern.admin.migration.mail.MoveSession.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings the messages of a folder here, from where it was left. They come in chunks, and each is written down before and after:
 * whatever ends in between, it is known what is in doubt, and that is looked at by what the messages are. So nothing is lost,
 * and nothing comes twice.
 */
final class MoveFolder {

    private static final int MESSAGES_LOOKED_AT = 500;
    private static final int MESSAGES_IN_CHUNK = 100;
    private static final long BYTES_IN_CHUNK = 16L << 20;

    private final MoveSession session;
    private final Consumer<FolderMove> notes;
    private FolderMove folder;

    /**
     * Begins.
     *
     * @param notes keeps how far it is; what it is given is written down when it returns
     */
    MoveFolder(MoveSession session, FolderMove folder, Consumer<FolderMove> notes) {
        this.session = session;
        this.folder = folder;
        this.notes = notes;
    }

    /** Ends when all messages that are there now are here. */
    FolderMove apply() throws MoveFailed {
        session.make(folder.target());
        var opened = session.open(folder.source());
        if (folder.checkpoint().uidValidity() != opened.uidValidity()) {
            note(folder.at(Checkpoint.beginning(opened.uidValidity(), session.nextUid(folder.target())))
                    .counting(FolderMove.Count.NONE));
        }
        note(folder.having(opened.messages()).finished(false));
        var known = KnownHere.of(session, folder);
        session.open(folder.source());
        var uids = session.uidsAfter(folder.checkpoint().copiedTo());
        for (var from = 0; from < uids.length; from += MESSAGES_LOOKED_AT) {
            var some = new ArrayList<Long>();
            for (var index = from; index < Math.min(uids.length, from + MESSAGES_LOOKED_AT); index++) {
                some.add(uids[index]);
            }
            move(some, known);
        }
        note(folder.finished(true));
        return folder;
    }

    private void move(List<Long> uids, KnownHere known) throws MoveFailed {
        var sizes = session.sizes(uids);
        var chunk = new ArrayList<Long>();
        var bytes = 0L;
        for (var uid : uids) {
            chunk.add(uid);
            bytes += sizes.getOrDefault(uid, 0L);
            if (chunk.size() == MESSAGES_IN_CHUNK || bytes >= BYTES_IN_CHUNK) {
                moveChunk(chunk, sizes, known);
                chunk.clear();
                bytes = 0;
            }
        }
        if (!chunk.isEmpty()) {
            moveChunk(chunk, sizes, known);
        }
    }

    private void moveChunk(List<Long> uids, Map<Long, Long> sizes, KnownHere known) throws MoveFailed {
        var last = uids.getLast();
        var count = folder.count();
        var missing = uids.stream().filter(sizes::containsKey).toList();
        if (known.concerns(missing.isEmpty() ? last : missing.getFirst())) {
            var keys = session.keys(missing);
            var there = missing.stream()
                    .filter(uid -> keys.containsKey(uid) && known.has(uid, keys.get(uid)))
                    .toList();
            missing = missing.stream().filter(uid -> !there.contains(uid)).toList();
            count = count.present(there.size());
        }
        if (!missing.isEmpty()) {
            note(folder.at(folder.checkpoint().opened(last, session.nextUid(folder.target()))));
            count = copy(missing, sizes, count);
        }
        note(folder.counting(count).at(folder.checkpoint().closed(last)));
    }

    private FolderMove.Count copy(List<Long> uids, Map<Long, Long> sizes, FolderMove.Count count) throws MoveFailed {
        return switch (session.copy(uids, folder.target())) {
            case Copy.Done() ->
                count.moved(
                        uids.size(),
                        uids.stream()
                                .mapToLong(uid -> sizes.getOrDefault(uid, 0L))
                                .sum());
            case Copy.Full() -> throw new MoveFailed(Problem.QUOTA, "");
            case Copy.Refused(var words) when uids.size() == 1 -> count.refused(uids.getFirst(), words);
            // One of them is broken; the others come without it.
            case Copy.Refused _ -> {
                var one = count;
                for (var uid : uids) {
                    one = copy(List.of(uid), sizes, one);
                }
                yield one;
            }
        };
    }

    private void note(FolderMove now) {
        folder = now;
        notes.accept(now);
    }
}
