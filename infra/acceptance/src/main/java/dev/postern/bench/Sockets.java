package dev.postern.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Plain connections with the stall of small writes switched off. */
final class Sockets {

    private static final int TIMEOUT_MILLIS = 60_000;

    private Sockets() {}

    static Socket open(String host, int port) throws IOException {
        var socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
        return socket;
    }

    /** A line without its end. */
    static String readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the other side closed the connection after: " + line);
            }
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(US_ASCII);
    }
}
