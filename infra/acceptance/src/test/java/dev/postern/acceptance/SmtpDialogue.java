package dev.postern.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An SMTP client that sends what it is told to, byte for byte, be it SMTP or not, and says nothing unasked. Text is ISO 8859-1,
 * so that any byte can be written in it.
 */
final class SmtpDialogue implements AutoCloseable {

    /** Longer than anything but the filter takes; a server that is silent for longer hangs, and that is a failure. */
    private static final int PATIENCE_MILLISECONDS = 40_000;

    private final Socket socket;
    private final InputStream in;

    private SmtpDialogue(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static SmtpDialogue over(Socket connected) throws IOException {
        return new SmtpDialogue(connected);
    }

    static SmtpDialogue overTls(Socket connected, SSLContext trust) throws IOException {
        return new SmtpDialogue(secured(connected, trust));
    }

    /** The same connection, secured. What the server said or was told before does not count any more. */
    SmtpDialogue secured(SSLContext trust) throws IOException {
        return overTls(socket, trust);
    }

    /** Sends a line and waits for the answer. */
    Reply say(String line) throws IOException {
        return send(line + "\r\n");
    }

    /** Sends exactly these bytes and waits for one answer. */
    Reply send(String bytes) throws IOException {
        try {
            write(bytes);
        } catch (IOException closed) {
            // Why, may stand in an answer that came before.
            return reply();
        }
        return reply();
    }

    void write(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    Reply logIn(String user, String password) throws IOException {
        return say(plain("", user, password));
    }

    /** RFC 4616: who wants to be whom, and the password. */
    static String plain(String actingAs, String user, String password) {
        return "AUTH PLAIN "
                + Base64.getEncoder().encodeToString((actingAs + "\0" + user + "\0" + password).getBytes(UTF_8));
    }

    Reply reply() throws IOException {
        var lines = new ArrayList<String>();
        try {
            String line;
            do {
                line = line();
                lines.add(line);
            } while (line.startsWith("-", 3));
        } catch (SocketTimeoutException silent) {
            throw silent;
        } catch (IOException closed) {
            return new Reply(lines);
        }
        return new Reply(lines);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("closed");
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }

    /** Without a word of parting, as a program does that was ended. For TLS that is the connection below, too. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static Socket secured(Socket connected, SSLContext trust) throws IOException {
        var socket = (SSLSocket) trust.getSocketFactory()
                .createSocket(connected, connected.getInetAddress().getHostAddress(), connected.getPort(), true);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
        socket.startHandshake();
        return socket;
    }

    /** The lines of one answer; none when the server closed the connection instead. */
    record Reply(List<String> lines) {

        boolean isClosed() {
            return lines.isEmpty();
        }

        boolean begins(String code) {
            return !isClosed() && lines.getLast().startsWith(code);
        }

        /** For good, with 5xx, or by ending the conversation: 421, 221 where nobody asked for it, or without a word. */
        boolean isRefusal() {
            return isClosed() || begins("5") || begins("421") || begins("221");
        }

        Reply expect(String code) {
            assertThat(begins(code)).as("%s, where %s was expected", this, code).isTrue();
            return this;
        }

        Reply expectRefusal() {
            assertThat(isRefusal()).as("%s, where a refusal was expected", this).isTrue();
            return this;
        }

        @Override
        public String toString() {
            return isClosed() ? "connection closed" : String.join(" / ", lines);
        }
    }
}
