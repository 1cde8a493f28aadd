package dev.postern.admin.migration.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.service.SecretFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Sessions with a process of Dovecot; {@code infra/dovecot/migrate} is the other side. */
final class DovecotMoveSessions implements MoveSessions {

    /** What Dovecot's {@code script} wants to hear: its version, that nobody waits for the end, and no arguments. */
    private static final String SCRIPT = "VERSION\tscript\t4\t0\nnoreply\n\n";

    private static final int LONGEST_LINE = 8192;
    private static final int MOST_LINES = 10_000;

    private final MoveSettings settings;

    DovecotMoveSessions(MoveSettings settings) {
        this.settings = settings;
    }

    @Override
    public MoveSession open(MoveWish wish) throws MoveFailed {
        var socket = new Socket();
        try {
            socket.connect(
                    new InetSocketAddress(settings.host(), settings.port()),
                    Math.toIntExact(settings.connectTimeout().toMillis()));
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(settings.patience().toMillis()));
            socket.getOutputStream().write((SCRIPT + lines(wish)).getBytes(UTF_8));
            var in = new BufferedInputStream(socket.getInputStream());
            var folders = folders(in);
            return new DovecotMoveSession(socket, in, folders);
        } catch (IOException away) {
            close(socket);
            throw new MoveFailed(Problem.STORE, String.valueOf(away.getMessage()));
        } catch (MoveFailed refused) {
            close(socket);
            throw refused;
        }
    }

    private String lines(MoveWish wish) {
        var source = wish.source();
        var values = new LinkedHashMap<String, String>();
        values.put("key", SecretFile.read(settings.keyFile()));
        values.put("domain", wish.mailbox().domain().ascii());
        values.put("local", wish.mailbox().localPart());
        values.put("quota", String.valueOf(wish.quota().bytes()));
        values.put("host", source.host().name());
        values.put("port", String.valueOf(source.port()));
        values.put("security", source.security() == Security.TLS ? "imaps" : "starttls");
        values.put("user", source.user());
        values.put("password", wish.password().text());
        switch (source.trust()) {
            case Trust.Authorities() -> {
                // The usual ones.
            }
            case Trust.Certificate(var pem) -> values.put("certificate", pem);
            case Trust.Fingerprint(var sha256) -> values.put("fingerprint", sha256);
        }
        var lines = new StringBuilder();
        values.forEach((name, value) -> lines.append(name)
                .append('=')
                .append(Base64.getEncoder().encodeToString(value.getBytes(UTF_8)))
                .append('\n'));
        return lines.append('\n').toString();
    }

    /** How the other server lists its folders. */
    private static List<String> folders(InputStream in) throws IOException, MoveFailed {
        var first = line(in);
        if (!first.equals("+")) {
            throw refusal(first);
        }
        var folders = new ArrayList<String>();
        for (var line = line(in); !line.equals("."); line = line(in)) {
            if (folders.size() == MOST_LINES) {
                throw new MoveFailed(Problem.SERVER, "more than %d folders".formatted(MOST_LINES));
            }
            folders.add(line);
        }
        return folders;
    }

    private static MoveFailed refusal(String line) {
        var parts = line.split(" ", 3);
        var kind = parts.length > 1 && parts[0].equals("-") ? parts[1] : "";
        var words = parts.length > 2 ? parts[2].strip() : "";
        return Optional.of(Problem.parse(kind))
                .filter(problem -> problem != Problem.FAULT)
                .map(problem -> new MoveFailed(problem, words))
                .orElseGet(() -> new MoveFailed(Problem.STORE, kind));
    }

    /** Not a byte more is read than the line has: what comes after it is for IMAP. */
    static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || bytes.size() == LONGEST_LINE) {
                throw new IOException("Dovecot ended the connection before it was ready");
            }
            bytes.write(next);
        }
        return bytes.toString(UTF_8).stripTrailing();
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Then it is closed.
        }
    }
}
