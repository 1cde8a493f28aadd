package dev.postern.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.postern.edge.SigningKey;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.Locale;

/** Through mail-ingest, as the tunnel does it: HTTP/1.1 on one connection that is kept open. */
final class HttpRoute implements Route {

    record Kind(String name, String host, SigningKey key, String sender) implements Route.Kind {
        @Override
        public Prepared prepare(String recipient, byte[] message) {
            var head = new StringBuilder("POST /v1/messages HTTP/1.1\r\nHost: %s:%d\r\nContent-Length: %d\r\n"
                    .formatted(host, PORT, message.length));
            key.sign(sender, recipient, message, Instant.now())
                    .forEach((name, value) ->
                            head.append(name).append(": ").append(value).append("\r\n"));
            var request = new ByteArrayOutputStream(head.length() + message.length + 2);
            request.writeBytes(head.append("\r\n").toString().getBytes(US_ASCII));
            request.writeBytes(message);
            return new Prepared(recipient, request);
        }

        @Override
        public Route open() throws IOException {
            return new HttpRoute(this);
        }
    }

    private static final int PORT = 8080;

    private final Socket socket;
    private final BufferedInputStream in;

    private HttpRoute(Kind kind) throws IOException {
        socket = Sockets.open(kind.host(), PORT);
        in = new BufferedInputStream(socket.getInputStream());
    }

    @Override
    public boolean send(Prepared message) throws IOException {
        message.octets().writeTo(socket.getOutputStream());

        var status = Sockets.readLine(in);
        var body = new String(in.readNBytes(contentLength()), US_ASCII);
        if (status.startsWith("HTTP/1.1 429") || status.startsWith("HTTP/1.1 503")) {
            return false;
        }
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " " + body);
        }
        return true;
    }

    private int contentLength() throws IOException {
        int length = 0;
        boolean chunked = false;
        for (var line = Sockets.readLine(in); !line.isEmpty(); line = Sockets.readLine(in)) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding: chunked");
        }
        if (chunked) {
            length = Integer.parseInt(Sockets.readLine(in), 16);
            in.mark(length + 16);
            in.skipNBytes(length + 2);
            while (!Sockets.readLine(in).isEmpty()) {
                // the last chunk and its end
            }
            return 0;
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
