package dev.postern.admin.migration.mail;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Brings everything of an account here, folder after folder: the inbox first, and last what may be in the others, too. */
final class MoveMailbox {

    private final MailMoves moves;
    private final InstantSource clock;

    MoveMailbox(MailMoves moves, InstantSource clock) {
        this.moves = moves;
        this.clock = clock;
    }

    /** Ends when everything that is there now is here. */
    void apply(long id, MoveSession session, FolderMapping mapping) throws MoveFailed {
        var planned = planned(session, mapping);
        moves.plan(id, planned);
        var known = moves.foldersOf(id);
        for (var wanted : planned) {
            var folder = known.stream()
                    .filter(one -> one.source().equals(wanted.source()))
                    .findFirst()
                    .orElseThrow();
            new MoveFolder(session, folder, now -> moves.note(id, now, clock.instant())).apply();
        }
    }

    private static List<FolderMove> planned(MoveSession session, FolderMapping mapping) throws MoveFailed {
        return session.remoteFolders().stream()
                .sorted(Comparator.comparing((RemoteFolder folder) -> !folder.isInbox())
                        .thenComparing(RemoteFolder::name))
                .map(mapping::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(FolderMove::rest))
                .toList();
    }
}
