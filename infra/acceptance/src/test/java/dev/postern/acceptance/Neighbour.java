package dev.postern.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A container of the platform that somebody broke into: he reaches what it reaches, from its address. */
enum Neighbour {
    WEBMAIL("roundcube"),
    MAILBOXES("dovecot"),
    FILTER("rspamd"),
    INGEST("mail-ingest");

    private final String service;

    Neighbour(String service) {
        this.service = service;
    }

    /** A connection that the container makes. It is a socket here too, so that TLS can be spoken over it. */
    Socket connect(String host, int port) throws IOException {
        try (var meeting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var socket = new Socket(meeting.getInetAddress(), meeting.getLocalPort());
            var far = meeting.accept();
            // Ends with whichever side closes first.
            var process = inside("exec 3<>\"/dev/tcp/$0/$1\"; { cat >&3; kill $$; } <&0 & exec cat <&3", host, port);
            var in = far.getInputStream();
            var out = far.getOutputStream();
            Thread.startVirtualThread(() -> pass(process.getInputStream(), out));
            Thread.startVirtualThread(() -> pass(in, process.getOutputStream()));
            return socket;
        }
    }

    boolean reaches(String host, int port) {
        try {
            return inside("exec timeout 1 bash -c 'exec 3<>\"/dev/tcp/$0/$1\"' \"$0\" \"$1\"", host, port)
                            .waitFor()
                    == 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private Process inside(String script, String host, int port) throws IOException {
        return new ProcessBuilder(
                        "docker",
                        "exec",
                        "-i",
                        "postern-test-%s-1".formatted(service),
                        "bash",
                        "-c",
                        script,
                        host,
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** At once, what has come so far: the other side waits for it. */
    private static void pass(InputStream from, OutputStream to) {
        try (from;
                to) {
            var buffer = new byte[8192];
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                to.write(buffer, 0, read);
                to.flush();
            }
        } catch (IOException closed) {
            return;
        }
    }
}
