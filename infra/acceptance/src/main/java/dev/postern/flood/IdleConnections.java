package dev.postern.flood;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * Opens connections, begins a request on each, and keeps them until standard input ends: {@code HOST PORT NUMBER}. Prints
 * {@code open N} once all were tried.
 */
final class IdleConnections {

    private static final int AT_ONCE = 64;
    private static final int PATIENCE_MILLIS = 5_000;

    private IdleConnections() {}

    public static void main(String[] arguments) throws IOException {
        var target = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
        Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
        try (var openers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int left = Integer.parseInt(arguments[2]); left > 0; left--) {
                openers.execute(() -> open(target, sockets));
            }
        }
        System.out.println("open " + sockets.size());
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private static void open(InetSocketAddress target, Queue<Socket> sockets) {
        try {
            var socket = new Socket();
            socket.connect(target, PATIENCE_MILLIS);
            socket.getOutputStream().write("POST /v1/mess".getBytes(US_ASCII));
            sockets.add(socket);
        } catch (IOException turnedAway) {
            // What is kept out is counted by what got in.
        }
    }
}
