package dev.postern.common.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A way to the database that can be closed, as when MariaDB is restarted. Closing it cuts who is on the way. */
public final class Gate implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ServerSocket server;
    private final CountDownLatch turnedAway;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    /** A closed gate. */
    public Gate() {
        this(new CountDownLatch(0));
    }

    /** A closed gate that counts down {@code turnedAway} for each connection that finds it so. */
    public Gate(CountDownLatch turnedAway) {
        this.turnedAway = turnedAway;
        try {
            this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::acceptAll);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void open() {
        open = true;
    }

    public void shut() {
        open = false;
        sockets.forEach(Gate::cut);
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        shut();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                if (open) {
                    join(client, new Socket(TestDatabase.host(), TestDatabase.port()));
                } else {
                    cut(client);
                    turnedAway.countDown();
                }
            } catch (IOException closed) {
                // The next accept tells whether the gate itself was closed.
            }
        }
    }

    private void join(Socket client, Socket database) throws IOException {
        sockets.add(client);
        sockets.add(database);
        pump(client.getInputStream(), database.getOutputStream());
        pump(database.getInputStream(), client.getOutputStream());
    }

    private static void pump(InputStream from, OutputStream to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.transferTo(to);
            } catch (IOException cut) {
                // Both streams are closed with it, which is what a lost connection looks like.
            }
        });
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It was cut already.
        }
    }
}
