package dev.postern.admin.migration.mail;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/**
 * How Dovecot calls the folders of the other server, and what that server says they are for. Dovecot writes a character of a
 * name that it cannot show as {@code ^} and two hexadecimal digits.
 */
final class RemoteNames {

    static final String PREFIX = "~moving/";

    private static final char SEPARATOR = '/';
    private static final Pattern ESCAPED = Pattern.compile("\\^([0-9A-Fa-f]{2})");
    private static final int HEXADECIMAL = 16;

    private final Map<List<String>, Set<String>> uses = new HashMap<>();

    /**
     * Reads what can be read.
     *
     * @param listed lines as {@code * LIST (\HasNoChildren \Sent) "." Gesendet}
     */
    RemoteNames(List<String> listed) {
        listed.forEach(this::read);
    }

    private void read(String line) {
        if (!line.startsWith("* LIST ")) {
            return;
        }
        try {
            var info = new ListInfo(new IMAPResponse(line + "\r\n", false));
            var path = info.separator == '\0'
                    ? List.of(info.name)
                    : List.of(info.name.split(Pattern.quote(String.valueOf(info.separator)), -1));
            var attributes = new HashSet<String>();
            Arrays.stream(info.attrs).forEach(attribute -> attributes.add(attribute.toLowerCase(Locale.ROOT)));
            uses.put(path, attributes);
        } catch (ProtocolException | IOException | RuntimeException unreadable) {
            // Then the folder is known by its name alone. The library trips over what is cut off.
        }
    }

    static boolean isRemote(String name) {
        return (name + SEPARATOR).startsWith(PREFIX);
    }

    RemoteFolder folder(String name) {
        var path = Arrays.stream(name.substring(PREFIX.length()).split(String.valueOf(SEPARATOR), -1))
                .map(RemoteNames::plain)
                .toList();
        return new RemoteFolder(name, path, uses.getOrDefault(path, Set.of()));
    }

    private static String plain(String level) {
        return ESCAPED.matcher(level)
                .replaceAll(match -> Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(match.group(1), HEXADECIMAL))));
    }
}
