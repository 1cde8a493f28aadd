package dev.postern.admin.migration.mail;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where folders of other servers go that are called otherwise here.
 *
 * @param targets by their names in small letters; a folder with an empty target stays behind
 */
record FolderMapping(Map<String, String> targets) {

    static final String INBOX = "INBOX";

    private static final String ARCHIVE = "Archive";
    private static final String SEPARATOR = "/";

    /** What a server says of a folder counts where its name is not in the table. */
    private static final Map<String, String> USES =
            Map.of("\\sent", "Sent", "\\drafts", "Drafts", "\\junk", "Junk", "\\trash", "Trash", "\\archive", ARCHIVE);

    /** Views of messages that lie in other folders, too. */
    private static final Set<String> VIEWS = Set.of("\\flagged", "\\important");

    private static final String EVERYTHING = "\\all";

    FolderMapping {
        targets = Map.copyOf(targets);
    }

    /** Where a folder goes; empty if it stays behind. */
    Optional<FolderMove> of(RemoteFolder folder) {
        if (folder.isInbox()) {
            return Optional.of(FolderMove.planned(folder.name(), INBOX, false));
        }
        var path = folder.meaningfulPath();
        var named = named(path).or(() -> named(folder.path()));
        if (named.isPresent()) {
            return named.filter(target -> !target.isEmpty())
                    .map(target -> FolderMove.planned(folder.name(), target, false));
        }
        if (folder.uses().contains(EVERYTHING)) {
            return Optional.of(FolderMove.planned(folder.name(), ARCHIVE, true));
        }
        if (folder.uses().stream().anyMatch(VIEWS::contains)) {
            return Optional.empty();
        }
        return byUse(folder)
                .or(() -> below(path))
                .filter(target -> !target.isEmpty())
                .map(target -> FolderMove.planned(folder.name(), target, false));
    }

    private Optional<String> named(List<String> path) {
        return Optional.ofNullable(targets.get(key(String.join(SEPARATOR, path))));
    }

    private static Optional<String> byUse(RemoteFolder folder) {
        return folder.uses().stream().map(USES::get).filter(Objects::nonNull).findFirst();
    }

    /** With the folder that it lies in, if that goes elsewhere; else where it is. */
    private Optional<String> below(List<String> path) {
        for (var length = path.size() - 1; length > 0; length--) {
            var around = named(path.subList(0, length));
            if (around.isPresent()) {
                return around.get().isEmpty()
                        ? around
                        : Optional.of(around.get() + SEPARATOR + joined(path.subList(length, path.size())));
            }
        }
        return Optional.of(joined(path));
    }

    private static String joined(List<String> path) {
        return String.join(SEPARATOR, path.stream().map(LocalName::of).toList());
    }

    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
