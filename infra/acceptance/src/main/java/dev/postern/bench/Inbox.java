package dev.postern.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** An IMAP session on one mailbox, just enough to see what has become visible. */
final class Inbox implements AutoCloseable {

    private static final Pattern SUBJECT = Pattern.compile("^Subject: bench-(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MESSAGES = Pattern.compile("^\\* STATUS .*MESSAGES (\\d+)");
    private static final Pattern EXISTS = Pattern.compile("^\\* (\\d+) EXISTS");

    private final SSLSocket socket;
    private final BufferedInputStream in;
    private int exists;
    private int tag;

    Inbox(String host, Path ca, String user, String password) throws IOException {
        socket = (SSLSocket) trusting(ca).getSocketFactory().createSocket(Sockets.open(host, 993), host, 993, true);
        in = new BufferedInputStream(socket.getInputStream());
        Sockets.readLine(in);
        command("LOGIN %s %s".formatted(user, password));
    }

    /** Messages in the mailbox by now, without opening it. */
    int count() throws IOException {
        for (var line : command("STATUS INBOX (MESSAGES)")) {
            var status = MESSAGES.matcher(line);
            if (status.find()) {
                return Integer.parseInt(status.group(1));
            }
        }
        throw new IOException("no answer to STATUS");
    }

    /** Opens the mailbox, as a mail program does; what comes from now on arrives. */
    void open() throws IOException {
        command("SELECT INBOX");
    }

    /** The ids of the messages that came since the last call. */
    List<String> arrivals() throws IOException {
        int seen = exists;
        command("NOOP");
        if (exists <= seen) {
            return List.of();
        }
        var ids = new ArrayList<String>();
        for (var line : command("FETCH %d:%d BODY.PEEK[HEADER.FIELDS (SUBJECT)]".formatted(seen + 1, exists))) {
            var subject = SUBJECT.matcher(line);
            if (subject.find()) {
                ids.add(subject.group(1));
            }
        }
        return ids;
    }

    private List<String> command(String text) throws IOException {
        var name = "a" + tag++;
        socket.getOutputStream().write((name + " " + text + "\r\n").getBytes(US_ASCII));
        var lines = new ArrayList<String>();
        while (true) {
            var line = Sockets.readLine(in);
            if (line.startsWith(name + " ")) {
                if (!line.startsWith(name + " OK")) {
                    throw new IOException(line);
                }
                return lines;
            }
            var grown = EXISTS.matcher(line);
            if (grown.find()) {
                exists = Integer.parseInt(grown.group(1));
            }
            lines.add(line);
        }
    }

    private static SSLContext trusting(Path ca) throws IOException {
        try (var certificate = Files.newInputStream(ca)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException refused) {
            throw new IOException(refused);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
