package dev.postern.ingest.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.SmtpReply;
import dev.postern.ingest.deadline.Deadline;
import dev.postern.ingest.trace.ClientIdentity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection to the next hop, and the dialogue on it. */
final class SmtpConnection implements AutoCloseable {

    private static final int BUFFER = 32 * 1024;

    private final Socket socket;
    private final ReplyReader replies;
    private final byte[] buffer = new byte[BUFFER];
    private final SmtpSettings settings;

    private Extensions extensions = Extensions.NONE;
    private @Nullable ClientIdentity client;
    private long idleSince = System.nanoTime();

    private SmtpConnection(Socket socket, SmtpSettings settings) throws IOException {
        this.socket = socket;
        this.settings = settings;
        this.replies = new ReplyReader(socket.getInputStream());
    }

    /** Connects and exchanges greetings. */
    static SmtpConnection open(SmtpSettings settings, Deadline deadline) throws StepFailed {
        var socket = connect(settings, deadline);
        try {
            var connection = new SmtpConnection(socket, settings);
            connection.expect(Step.GREETING, 220, settings.connectTimeout(), deadline);
            connection.greet(settings.heloName(), deadline);
            return connection;
        } catch (IOException failure) {
            closeQuietly(socket);
            throw failure instanceof StepFailed failed ? failed : new StepFailed(Step.GREETING, failure);
        }
    }

    /** Makes the server see {@code wanted} in our place. Costs two round trips whenever that changes. */
    void speakFor(ClientIdentity wanted, Deadline deadline) throws StepFailed {
        client = null;
        // Alone in its packet: what follows belongs to another session, which begins with a greeting of its own.
        send(Step.XCLIENT, Xtext.xclient(wanted));
        expect(Step.XCLIENT, 220, settings.replyTimeout(), deadline);
        // The server believes the name in EHLO over the one in XCLIENT.
        greet(wanted.helo().orElse(settings.heloName()), deadline);
        client = wanted;
    }

    /** Sends commands that may be answered in one go: in one packet, if the server can read them so. */
    void sendGroup(List<SmtpCommand> commands, Deadline deadline, ReplyHandler handler) throws StepFailed {
        if (extensions.offers("PIPELINING")) {
            send(commands.getFirst().step(), join(commands));
            for (var command : commands) {
                handler.take(command.step(), reply(command.step(), settings.replyTimeout(), deadline));
            }
        } else {
            for (var command : commands) {
                send(command.step(), command.line());
                handler.take(command.step(), reply(command.step(), settings.replyTimeout(), deadline));
            }
        }
    }

    /** To write a message with, after 354. */
    DataWriter data() throws IOException {
        return new DataWriter(socket.getOutputStream(), buffer);
    }

    SmtpReply reply(Step step, Duration patience, Deadline deadline) throws StepFailed {
        return parse(step, lines(step, patience, deadline));
    }

    Extensions extensions() {
        return extensions;
    }

    Socket socket() {
        return socket;
    }

    boolean speaksFor(ClientIdentity other) {
        return other.equals(client);
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    boolean hasRestedFor(Duration time) {
        return System.nanoTime() - idleSince > time.toNanos();
    }

    /** Says good-bye, without waiting for an answer. */
    void quit() {
        try {
            send(Step.EHLO, "QUIT");
        } catch (StepFailed alreadyGone) {
            // Closing is all there is left to do.
        }
        close();
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    private void greet(String name, Deadline deadline) throws StepFailed {
        send(Step.EHLO, "EHLO " + name);
        var lines = lines(Step.EHLO, settings.replyTimeout(), deadline);
        require(Step.EHLO, 250, parse(Step.EHLO, lines));
        extensions = Extensions.of(lines);
    }

    private void send(Step step, String line) throws StepFailed {
        try {
            socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        } catch (IOException failure) {
            throw new StepFailed(step, failure);
        }
    }

    private void expect(Step step, int code, Duration patience, Deadline deadline) throws StepFailed {
        require(step, code, reply(step, patience, deadline));
    }

    private static void require(Step step, int code, SmtpReply reply) throws StepFailed {
        if (reply.code() != code) {
            throw new StepFailed(step, reply);
        }
    }

    private List<String> lines(Step step, Duration patience, Deadline deadline) throws StepFailed {
        try {
            long millis = Math.min(patience.toMillis(), deadline.remaining().toMillis());
            socket.setSoTimeout(Math.toIntExact(Math.max(1, millis)));
            return replies.read();
        } catch (IOException failure) {
            throw new StepFailed(step, failure);
        }
    }

    private static SmtpReply parse(Step step, List<String> lines) throws StepFailed {
        try {
            return SmtpReply.parse(lines);
        } catch (IllegalArgumentException malformed) {
            throw new StepFailed(step, new IOException("the server's answer is no SMTP reply", malformed));
        }
    }

    private static String join(List<SmtpCommand> commands) {
        return String.join("\r\n", commands.stream().map(SmtpCommand::line).toList());
    }

    private static Socket connect(SmtpSettings settings, Deadline deadline) throws StepFailed {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            long millis = Math.min(
                    settings.connectTimeout().toMillis(), deadline.remaining().toMillis());
            socket.connect(
                    new InetSocketAddress(settings.host(), settings.port()), Math.toIntExact(Math.max(1, millis)));
            return socket;
        } catch (IOException failure) {
            closeQuietly(socket);
            throw new StepFailed(Step.CONNECT, failure);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // Nothing was to be expected of it any more.
        }
    }
}
