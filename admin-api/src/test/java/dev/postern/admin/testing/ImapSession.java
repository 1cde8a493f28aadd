package dev.postern.admin.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** As much of a mail program as is needed to put something into a mailbox, and to see a session end. */
public final class ImapSession implements AutoCloseable {

    private static final int PATIENCE_MILLISECONDS = 20_000;

    private final SSLSocket socket;
    private final BufferedReader lines;

    private ImapSession(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    /** Signs in, and fails if it may not. */
    public static ImapSession open(String address, String password) throws IOException {
        var socket = (SSLSocket) trustingAnybody()
                .getSocketFactory()
                .createSocket(DovecotServer.host(), DovecotServer.port(DovecotServer.IMAPS));
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        var session = new ImapSession(socket);
        session.lines.readLine();
        session.command("LOGIN \"%s\" \"%s\"".formatted(address, password));
        return session;
    }

    /** Runs a command that has to succeed. */
    public void command(String command) throws IOException {
        write("a " + command + "\r\n");
        for (var line = lines.readLine(); ; line = lines.readLine()) {
            if (line == null || (line.startsWith("a ") && !line.startsWith("a OK"))) {
                throw new IOException("%s: %s".formatted(command, line));
            }
            if (line.startsWith("a OK")) {
                return;
            }
        }
    }

    /** Puts a message of so many bytes into a folder. */
    public void append(String folder, int size) throws IOException {
        var message = "Subject: x\r\n\r\n" + "x".repeat(size - 14);
        command("APPEND %s {%d+}\r\n%s".formatted(folder, message.length(), message));
    }

    /** Whether the server has ended the conversation. */
    public boolean isEnded() {
        try {
            command("NOOP");
            return false;
        } catch (IOException ended) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    private static SSLContext trustingAnybody() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
