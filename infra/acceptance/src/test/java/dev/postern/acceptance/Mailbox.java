package dev.postern.acceptance;

import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** A mailbox as its owner's mail program sees it, over IMAPS with the certificate verified. */
record Mailbox(Platform platform, String address, String password) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Waits for the one message that holds the marker, and gives its bytes as IMAP serves them. */
    byte[] messageWith(String marker) {
        return messageWith(marker, "INBOX");
    }

    byte[] messageWith(String marker, String folder) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> messagesWith(marker, folder), found -> !found.isEmpty())
                .getFirst();
    }

    List<byte[]> messagesWith(String marker, String folder) {
        return allMessages(folder).stream()
                .filter(bytes -> MessageBuilder.latin1(bytes).contains(marker))
                .toList();
    }

    List<byte[]> allMessages(String folder) {
        return inFolder(folder, Folder.READ_ONLY, open -> {
            var messages = new ArrayList<byte[]>();
            for (Message message : open.getMessages()) {
                messages.add(bytesOf((IMAPMessage) message));
            }
            return messages;
        });
    }

    /** The values of one header over all messages of a folder, without fetching the bodies. */
    List<String> headerValues(String folder, String header) {
        return inFolder(folder, Folder.READ_ONLY, open -> {
            var profile = new jakarta.mail.FetchProfile();
            profile.add(header);
            var messages = open.getMessages();
            open.fetch(messages, profile);
            var values = new ArrayList<String>();
            for (Message message : messages) {
                var value = message.getHeader(header);
                if (value != null) {
                    values.add(value[0]);
                }
            }
            return values;
        });
    }

    void move(String marker, String from, String to) {
        inFolder(from, Folder.READ_WRITE, open -> {
            for (Message message : open.getMessages()) {
                if (MessageBuilder.latin1(bytesOf((IMAPMessage) message)).contains(marker)) {
                    open.copyMessages(new Message[] {message}, open.getStore().getFolder(to));
                    message.setFlag(Flags.Flag.DELETED, true);
                }
            }
            open.expunge();
            return List.of();
        });
    }

    private interface Reading<T> {
        T read(Folder folder) throws MessagingException, IOException;
    }

    private <T> T inFolder(String name, int mode, Reading<T> reading) {
        try (Store store = connect()) {
            var folder = store.getFolder(name);
            folder.open(mode);
            try {
                return reading.read(folder);
            } finally {
                if (folder.isOpen()) {
                    folder.close(false);
                }
            }
        } catch (IOException | FolderClosedException broken) {
            throw new UncheckedIOException(new IOException(broken));
        } catch (MessagingException refused) {
            throw new IllegalStateException("%s: %s".formatted(address, refused.getMessage()), refused);
        }
    }

    Store connect() throws MessagingException {
        var properties = new Properties();
        properties.put("mail.imaps.ssl.socketFactory", platform.trust().getSocketFactory());
        properties.put("mail.imaps.ssl.checkserveridentity", "true");
        properties.put("mail.imaps.connectiontimeout", "10000");
        properties.put("mail.imaps.timeout", "60000");
        properties.put("mail.imaps.partialfetch", "false");
        properties.put("mail.imaps.peek", "true");
        var store = Session.getInstance(properties).getStore("imaps");
        store.connect(platform.info().imap().host(), platform.info().imap().port(), address, password);
        return store;
    }

    List<byte[]> overPop3() throws MessagingException {
        try (var store = connectPop3()) {
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            var messages = new ArrayList<byte[]>();
            for (Message message : inbox.getMessages()) {
                var bytes = new ByteArrayOutputStream();
                message.writeTo(bytes);
                messages.add(bytes.toByteArray());
            }
            return messages;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Store connectPop3() throws MessagingException {
        var properties = new Properties();
        properties.put("mail.pop3s.ssl.socketFactory", platform.trust().getSocketFactory());
        properties.put("mail.pop3s.ssl.checkserveridentity", "true");
        var store = Session.getInstance(properties).getStore("pop3s");
        store.connect(platform.info().pop3().host(), platform.info().pop3().port(), address, password);
        return store;
    }

    private static byte[] bytesOf(IMAPMessage message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = message.getMimeStream()) {
            in.transferTo(bytes);
        }
        return bytes.toByteArray();
    }
}
