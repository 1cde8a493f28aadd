package dev.postern.ingest.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMTP server that does as it is told: answers a verb with a given reply, says nothing, or drops the connection. The verbs
 * are those of SMTP, and {@code GREETING} and {@code END} for the replies to a connection and to the end of data.
 */
public final class ScriptedSmtpServer implements AutoCloseable {

    private static final String STALL = "stall";
    private static final String RESET = "reset";
    private static final String DEAF = "354 deaf";
    private static final String HANG_UP = "\0";
    private static final Map<String, String> WELL = Map.of(
            "GREETING", "220 test ESMTP",
            "EHLO",
                    "250-test\r\n250-PIPELINING\r\n250-SIZE 40000000\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 XCLIENT NAME ADDR HELO",
            "XCLIENT", "220 test ESMTP",
            "MAIL", "250 2.1.0 Ok",
            "RCPT", "250 2.1.5 Ok",
            "DATA", "354 End data with <CR><LF>.<CR><LF>",
            "END", "250 2.0.0 Ok: queued as 4ABC",
            "RSET", "250 2.0.0 Ok",
            "QUIT", "221 2.0.0 Bye");

    private final ServerSocket listener;
    private final Map<String, Deque<String>> script = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<byte[]> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread acceptor;

    public ScriptedSmtpServer() throws IOException {
        listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        acceptor = Thread.ofVirtual().name("scripted-smtp").start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The next time. */
    public ScriptedSmtpServer once(String verb, String reply) {
        script.computeIfAbsent(verb, _ -> new ConcurrentLinkedDeque<>()).add(reply);
        return this;
    }

    public ScriptedSmtpServer stallOnce(String verb) {
        return once(verb, STALL);
    }

    public ScriptedSmtpServer resetOnce(String verb) {
        return once(verb, RESET);
    }

    /** Says this, which may be nothing, and closes the connection. */
    public ScriptedSmtpServer hangUpOnce(String verb, String reply) {
        return once(verb, reply + HANG_UP);
    }

    /** Asks for a message and then reads none of it. */
    public ScriptedSmtpServer deafOnce() {
        return once("DATA", DEAF);
    }

    /** Reads all commands of a group before it answers the first. */
    public ScriptedSmtpServer answerGroupAtOnce(String mail, String recipient, String data) {
        return once("MAIL", "").once("RCPT", "").once("DATA", String.join("\r\n", mail, recipient, data));
    }

    /** Every client finds its connection closed. */
    public void dropConnections() {
        open.forEach(ScriptedSmtpServer::close);
        open.clear();
    }

    public void forget() {
        script.clear();
        commands.clear();
        messages.clear();
        connections.set(0);
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** As they came over the wire, without the dots that were only for the way. */
    public List<byte[]> messages() {
        return List.copyOf(messages);
    }

    public int connections() {
        return connections.get();
    }

    /** From here on nobody can connect. */
    @Override
    public void close() {
        over.countDown();
        close(listener);
        try {
            acceptor.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        dropConnections();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var input = new BufferedInputStream(socket.getInputStream());
            boolean goesOn = answer(socket, "GREETING");
            while (goesOn) {
                var line = line(input);
                commands.add(line);
                goesOn = obey(socket, input, verbOf(line));
            }
        } catch (IOException gone) {
            // The client closes as it likes.
        } finally {
            open.remove(socket);
        }
    }

    private boolean obey(Socket socket, InputStream input, String verb) throws IOException {
        var reply = reply(verb);
        boolean goesOn = send(socket, reply);
        if (reply.equals(DEAF)) {
            waitForTheEnd();
        } else if (verb.equals("DATA") && lastLine(reply).startsWith("354")) {
            var message = data(input);
            var end = reply("END");
            if (end.startsWith("2")) {
                messages.add(message);
            }
            return send(socket, end);
        }
        return goesOn && !verb.equals("QUIT");
    }

    private boolean answer(Socket socket, String verb) throws IOException {
        return send(socket, reply(verb));
    }

    private String reply(String verb) {
        var planned = script.getOrDefault(verb, new ConcurrentLinkedDeque<>()).poll();
        return planned == null ? WELL.getOrDefault(verb, "500 5.5.2 What?") : planned;
    }

    private static boolean send(Socket socket, String reply) throws IOException {
        switch (reply) {
            case "", HANG_UP -> {}
            case STALL -> waitForEnd(socket);
            case RESET -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            default -> socket.getOutputStream().write((reply.replace(HANG_UP, "") + "\r\n").getBytes(UTF_8));
        }
        return !reply.equals(STALL) && !reply.equals(RESET) && !reply.endsWith(HANG_UP);
    }

    private void waitForTheEnd() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String lastLine(String reply) {
        return reply.substring(reply.lastIndexOf('\n') + 1);
    }

    private static void waitForEnd(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            Thread.onSpinWait();
        }
    }

    private static String verbOf(String line) {
        int space = line.indexOf(' ');
        return (space < 0 ? line : line.substring(0, space)).toUpperCase(Locale.ROOT);
    }

    private static String line(InputStream input) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = next(input); octet != '\n'; octet = next(input)) {
            line.write(octet);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    /** Everything up to CRLF dot CRLF, and nothing else ends it. */
    private static byte[] data(InputStream input) throws IOException {
        var wire = new ByteArrayOutputStream();
        var last = new StringBuilder("\r\n");
        while (!last.toString().equals("\r\n.\r\n")) {
            int octet = next(input);
            wire.write(octet);
            last.append((char) octet).delete(0, Math.max(0, last.length() - 5));
        }
        var text = "\r\n" + wire.toString(ISO_8859_1);
        var body = text.substring(0, text.length() - 3);
        return body.replace("\r\n.", "\r\n").substring(2).getBytes(ISO_8859_1);
    }

    private static int next(InputStream input) throws IOException {
        int octet = input.read();
        if (octet < 0) {
            throw new EOFException("the client has gone");
        }
        return octet;
    }

    private static void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
