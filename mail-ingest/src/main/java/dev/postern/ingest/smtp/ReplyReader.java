package dev.postern.ingest.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads replies line by line, and no more of them than a sane server sends. */
final class ReplyReader {

    private static final int MAX_LINE = 2048;
    private static final int MAX_LINES = 100;

    private final InputStream input;
    private final byte[] buffer = new byte[1024];
    private int position;
    private int limit;

    ReplyReader(InputStream input) {
        this.input = input;
    }

    /** The lines of one reply, without line ends. */
    List<String> read() throws IOException {
        var lines = new ArrayList<String>(1);
        do {
            lines.add(line());
        } while (lines.getLast().startsWith("-", 3) && lines.size() < MAX_LINES);
        return lines;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (int octet = next(); octet != '\n'; octet = next()) {
            if (line.size() == MAX_LINE) {
                throw new IOException("the server sent a line of more than %d bytes".formatted(MAX_LINE));
            }
            line.write(octet);
        }
        var text = line.toString(UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int next() throws IOException {
        if (position == limit) {
            position = 0;
            limit = input.read(buffer);
            if (limit <= 0) {
                limit = 0;
                throw new EOFException("the server closed the connection");
            }
        }
        return buffer[position++];
    }
}
