package dev.postern.admin.migration.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.Status;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/** IMAP with a process of Dovecot that has the mailbox, and the other server's folders below {@value RemoteNames#PREFIX}. */
final class DovecotMoveSession implements MoveSession {

    private static final String NEXT_UID = "UIDNEXT";
    private static final int KEYS_AT_ONCE = 500;

    private final Socket socket;
    private final IMAPProtocol imap;
    private final RemoteNames names;

    /**
     * Goes on where the folders were told.
     *
     * @param listed how the other server lists its folders
     */
    DovecotMoveSession(Socket socket, InputStream in, List<String> listed) throws IOException, MoveFailed {
        var greeting = DovecotMoveSessions.line(in);
        if (!greeting.startsWith("* PREAUTH")) {
            throw new MoveFailed(Problem.STORE, "no greeting");
        }
        this.socket = socket;
        this.imap =
                new IMAPProtocol(in, new PrintStream(socket.getOutputStream(), false, UTF_8), new Properties(), false);
        this.names = new RemoteNames(listed);
    }

    @Override
    public List<RemoteFolder> remoteFolders() throws MoveFailed {
        try {
            var found = imap.list(RemoteNames.PREFIX, "*");
            return found == null
                    ? List.of()
                    : Arrays.stream(found)
                            .filter(info -> info.canOpen && info.name.startsWith(RemoteNames.PREFIX))
                            .map(info -> names.folder(info.name))
                            .toList();
        } catch (ProtocolException failed) {
            throw problem(failed);
        }
    }

    @Override
    public List<String> localFolders() throws MoveFailed {
        try {
            var found = imap.list("", "*");
            return found == null
                    ? List.of()
                    : Arrays.stream(found)
                            .filter(info -> info.canOpen && !RemoteNames.isRemote(info.name))
                            .map(info -> info.name)
                            .toList();
        } catch (ProtocolException failed) {
            throw problem(failed);
        }
    }

    @Override
    public void make(String localFolder) throws MoveFailed {
        try {
            if (imap.list("", localFolder) == null) {
                imap.create(localFolder);
            }
            imap.subscribe(localFolder);
        } catch (CommandFailedException cannotBe) {
            throw new MoveFailed(Problem.FOLDER, "%s: %s".formatted(localFolder, cannotBe.getMessage()));
        } catch (ProtocolException failed) {
            throw problem(failed);
        }
    }

    @Override
    public long nextUid(String localFolder) throws MoveFailed {
        var wanted = new Argument();
        wanted.writeString(BASE64MailboxEncoder.encode(localFolder));
        var items = new Argument();
        items.writeAtom(NEXT_UID);
        wanted.writeArgument(items);
        try {
            // The library's own STATUS wants to have read the greeting itself.
            for (var response : command("STATUS", wanted)) {
                if (response instanceof IMAPResponse untagged && untagged.keyEquals("STATUS")) {
                    return new Status(untagged).uidnext;
                }
            }
        } catch (ParsingException broken) {
            throw problem(broken);
        }
        throw new MoveFailed(Problem.LOST, "no answer to STATUS");
    }

    @Override
    public Collection<MessageKey> keysHere(String localFolder, long from, long below) throws MoveFailed {
        open(localFolder);
        var uids = Arrays.stream(search("UID SEARCH UID %d:*".formatted(from)))
                .filter(uid -> uid >= from && uid < below)
                .boxed()
                .toList();
        var keys = new ArrayList<MessageKey>();
        for (var index = 0; index < uids.size(); index += KEYS_AT_ONCE) {
            keys.addAll(keys(uids.subList(index, Math.min(uids.size(), index + KEYS_AT_ONCE)))
                    .values());
        }
        return keys;
    }

    @Override
    public Opened open(String folder) throws MoveFailed {
        try {
            var info = imap.examine(folder);
            return new Opened(info.uidvalidity, info.total);
        } catch (ProtocolException failed) {
            throw problem(failed);
        }
    }

    /** "n:*" also finds the last message when its UID is below n. */
    @Override
    public long[] uidsAfter(long uid) throws MoveFailed {
        return LongStream.of(search("UID SEARCH UID %d:* UNDELETED".formatted(uid + 1)))
                .filter(found -> found > uid)
                .sorted()
                .toArray();
    }

    private long[] search(String command) throws MoveFailed {
        var found = LongStream.builder();
        for (var response : command(command, null)) {
            if (response instanceof IMAPResponse untagged && untagged.keyEquals("SEARCH")) {
                for (var uid = untagged.readLong(); uid != -1; uid = untagged.readLong()) {
                    found.add(uid);
                }
            }
        }
        return found.build().toArray();
    }

    @Override
    public Map<Long, Long> sizes(List<Long> uids) throws MoveFailed {
        var sizes = new HashMap<Long, Long>();
        fetch(uids, "(RFC822.SIZE)", message -> {
            var size = message.getItem(RFC822SIZE.class);
            sizes.put(message.getItem(UID.class).uid, size == null ? 0L : size.size);
        });
        return sizes;
    }

    @Override
    public Map<Long, MessageKey> keys(List<Long> uids) throws MoveFailed {
        var keys = new HashMap<Long, MessageKey>();
        fetch(uids, "(INTERNALDATE BODY.PEEK[HEADER.FIELDS (%s)])".formatted(MessageKey.FIELDS), message -> {
            var date = message.getItem(INTERNALDATE.class);
            var header = message.getItem(BODY.class);
            if (date != null && date.getDate() != null && header != null) {
                var bytes = header.getByteArray();
                var text = bytes == null ? "" : new String(bytes.getBytes(), bytes.getStart(), bytes.getCount(), UTF_8);
                keys.put(
                        message.getItem(UID.class).uid,
                        MessageKey.of(date.getDate().toInstant(), text));
            }
        });
        return keys;
    }

    private void fetch(List<Long> uids, String what, Consumer<FetchResponse> messages) throws MoveFailed {
        if (uids.isEmpty()) {
            return;
        }
        for (var response : command("UID FETCH %s %s".formatted(UidSet.of(uids), what), null)) {
            if (response instanceof FetchResponse message && message.getItem(UID.class) != null) {
                messages.accept(message);
            }
        }
    }

    @Override
    public Copy copy(List<Long> uids, String localFolder) throws MoveFailed {
        var target = new Argument();
        target.writeString(BASE64MailboxEncoder.encode(localFolder));
        var responses = imap.command("UID COPY " + UidSet.of(uids), target);
        var last = responses[responses.length - 1];
        imap.notifyResponseHandlers(responses);
        if (last.isOK()) {
            return new Copy.Done();
        }
        var words = words(last);
        if (!last.isNO() || isLost(words)) {
            throw new MoveFailed(Problem.LOST, words);
        }
        return words.startsWith("[OVERQUOTA]") ? new Copy.Full() : new Copy.Refused(words);
    }

    /** What may be better with a new connection: a refusal of the message itself is said otherwise. */
    private static boolean isLost(String words) {
        return words.startsWith("[SERVERBUG]") || words.startsWith("[UNAVAILABLE]") || words.startsWith("[NOPERM]");
    }

    private Response[] command(String command, @Nullable Argument argument) throws MoveFailed {
        var responses = imap.command(command, argument);
        var last = responses[responses.length - 1];
        imap.notifyResponseHandlers(responses);
        if (!last.isOK()) {
            throw new MoveFailed(last.isNO() ? Problem.SERVER : Problem.LOST, words(last));
        }
        return responses;
    }

    private static String words(Response response) {
        return String.valueOf(response.getRest())
                .codePoints()
                .filter(character -> !Character.isISOControl(character))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static MoveFailed problem(ProtocolException failed) {
        return new MoveFailed(
                failed instanceof CommandFailedException ? Problem.SERVER : Problem.LOST,
                String.valueOf(failed.getMessage()));
    }

    /** Also from another thread, to end what is going on. */
    @Override
    public void close() {
        DovecotMoveSessions.close(socket);
    }
}
