package dev.postern.admin.migration.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** A mailbox as a mail program sees it. */
final class MailAccount implements AutoCloseable {

    private final Session session;
    private final Store store;

    private MailAccount(Session session, Store store) {
        this.session = session;
        this.store = store;
    }

    static MailAccount open(String host, int port, String user, String password) {
        var settings = new Properties();
        settings.setProperty("mail.imaps.ssl.trust", "*");
        settings.setProperty("mail.imaps.ssl.checkserveridentity", "false");
        var session = Session.getInstance(settings);
        try {
            var store = session.getStore("imaps");
            store.connect(host, port, user, password);
            return new MailAccount(session, store);
        } catch (MessagingException refused) {
            throw new AssertionError(refused);
        }
    }

    /** Puts messages into a folder, each with other flags and on another day. */
    void fill(String name, int from, int to, int size) {
        try {
            var folder = store.getFolder(name);
            if (!folder.exists()) {
                folder.create(Folder.HOLDS_MESSAGES);
            }
            var messages = new Message[to - from];
            for (var number = from; number < to; number++) {
                messages[number - from] = message(name, number, size);
            }
            ((IMAPFolder) folder).appendMessages(messages);
        } catch (MessagingException refused) {
            throw new AssertionError(refused);
        }
    }

    private Message message(String folder, int number, int size) throws MessagingException {
        var text =
                "From: Ann <ann@old.example>\r\nTo: bob@old.example\r\nSubject: %s %d\r\nMessage-ID: <%d.%x@old.example>\r\nDate: Mon, 1 Jan 2024 00:00:00 +0000\r\n\r\n%s\r\n"
                        .formatted(
                                "Nr",
                                number,
                                number,
                                folder.hashCode(),
                                ("x".repeat(70) + "\r\n").repeat(size / 72 + 1));
        var message = new DatedMessage(
                session, text, Instant.parse("2020-01-01T10:20:30Z").plusSeconds(number * 86_400L));
        switch (number % 4) {
            case 1 -> message.setFlag(Flags.Flag.SEEN, true);
            case 2 -> message.setFlags(new Flags("Wichtig"), true);
            case 3 -> message.setFlag(Flags.Flag.ANSWERED, true);
            default -> {
                // None.
            }
        }
        return message;
    }

    /** Number, date and flags of each message of a folder, in the order of the numbers. */
    List<String> contentOf(String name) {
        try {
            var folder = store.getFolder(name);
            folder.open(Folder.READ_ONLY);
            try {
                var lines = Arrays.stream(folder.getMessages())
                        .map(MailAccount::line)
                        .sorted()
                        .toList();
                return lines;
            } finally {
                folder.close(false);
            }
        } catch (MessagingException refused) {
            throw new AssertionError(refused);
        }
    }

    private static String line(Message message) {
        try {
            var flags = new TreeSet<String>();
            if (message.isSet(Flags.Flag.SEEN)) {
                flags.add("seen");
            }
            if (message.isSet(Flags.Flag.ANSWERED)) {
                flags.add("answered");
            }
            flags.addAll(Arrays.asList(message.getFlags().getUserFlags()));
            return "%s %s %s %s"
                    .formatted(
                            message.getSubject(),
                            message.getHeader("Message-ID")[0],
                            message.getReceivedDate().toInstant(),
                            flags);
        } catch (MessagingException refused) {
            throw new AssertionError(refused);
        }
    }

    List<String> folders() {
        try {
            return Arrays.stream(store.getDefaultFolder().list("*"))
                    .map(Folder::getFullName)
                    .sorted()
                    .toList();
        } catch (MessagingException refused) {
            throw new AssertionError(refused);
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException gone) {
            // Then it is closed.
        }
    }

    /** APPEND takes the date when a message came from it. */
    private static final class DatedMessage extends MimeMessage {

        private final Instant received;

        DatedMessage(Session session, String text, Instant received) throws MessagingException {
            super(session, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            this.received = received;
        }

        @Override
        public Date getReceivedDate() {
            return Date.from(received);
        }
    }
}
