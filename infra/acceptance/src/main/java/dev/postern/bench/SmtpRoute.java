package dev.postern.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;

/**
 * Straight into Postfix: one SMTP session for all messages, commands pipelined, one write for each group.
 * The bodies of the benchmark have no line that starts with a dot.
 */
final class SmtpRoute implements Route {

    record Kind(String name, String host, int port, String sender, String recipient) implements Route.Kind {
        @Override
        public Route open() throws IOException {
            return new SmtpRoute(this);
        }
    }

    private final Kind kind;
    private final Socket socket;
    private final BufferedInputStream in;

    private SmtpRoute(Kind kind) throws IOException {
        this.kind = kind;
        socket = Sockets.open(kind.host(), kind.port());
        in = new BufferedInputStream(socket.getInputStream());
        expect("220");
        greet();
        // The client that mail-ingest names for a message without a trace block, so that both ways are judged alike.
        write("XCLIENT ADDR=0.0.0.0 NAME=[UNAVAILABLE] HELO=bench.example\r\n");
        expect("220");
        greet();
    }

    private void greet() throws IOException {
        write("EHLO bench.example\r\n");
        expect("250");
    }

    @Override
    public void send(byte[] message) throws IOException {
        write("MAIL FROM:<%s> SIZE=%d\r\nRCPT TO:<%s>\r\nDATA\r\n"
                .formatted(kind.sender(), message.length, kind.recipient()));
        expect("250");
        expect("250");
        expect("354");
        var data = new ByteArrayOutputStream(message.length + 3);
        data.writeBytes(message);
        data.writeBytes(".\r\n".getBytes(US_ASCII));
        socket.getOutputStream().write(data.toByteArray());
        expect("250");
    }

    private void write(String commands) throws IOException {
        socket.getOutputStream().write(commands.getBytes(US_ASCII));
    }

    private void expect(String code) throws IOException {
        String line;
        do {
            line = Sockets.readLine(in);
        } while (line.startsWith("-", 3));
        if (!line.startsWith(code)) {
            throw new IOException("expected " + code + ", heard " + line);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
