package dev.postern.admin.migration.mail;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A folder of the other server that messages can be in.
 *
 * @param name as the session calls it
 * @param path its name and those of the folders around it, the outermost first, as people read them
 * @param uses what the other server says it is for: {@code \sent} and the like, in small letters (RFC 6154)
 */
record RemoteFolder(String name, List<String> path, Set<String> uses) {

    private static final String INBOX = "inbox";

    RemoteFolder {
        path = List.copyOf(path);
        uses = Set.copyOf(uses);
    }

    boolean isInbox() {
        return path.size() == 1 && path.getFirst().toLowerCase(Locale.ROOT).equals(INBOX);
    }

    /** Where its path begins that means something: some servers have all folders inside of the inbox. */
    List<String> meaningfulPath() {
        return path.size() > 1 && path.getFirst().toLowerCase(Locale.ROOT).equals(INBOX)
                ? path.subList(1, path.size())
                : path;
    }
}
