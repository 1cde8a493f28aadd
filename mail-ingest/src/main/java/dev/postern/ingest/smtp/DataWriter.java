package dev.postern.ingest.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.postern.ingest.body.ChunkConsumer;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a message the way DATA wants it (RFC 5321 §4.5.2): a dot more where a line begins with one, and nothing else
 * changed but line feeds that stand alone, which become CRLF: no server may take them for anything else, and one that
 * does could be made to see a message inside the message. Small writes are gathered; the last one carries the final dot.
 */
final class DataWriter implements ChunkConsumer {

    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] END_OF_DATA = {'.', '\r', '\n'};
    private static final byte[] DOT = {'.'};

    private final OutputStream output;
    private final byte[] buffer;
    private int used;
    private boolean atLineStart = true;
    private byte before;

    DataWriter(OutputStream output, byte[] buffer) {
        this.output = output;
        this.buffer = buffer;
    }

    void line(String line) throws IOException {
        var bytes = line.getBytes(US_ASCII);
        accept(bytes, 0, bytes.length);
        accept(LINE_END, 0, LINE_END.length);
    }

    @Override
    public void accept(byte[] bytes, int offset, int length) throws IOException {
        int start = offset;
        for (int index = offset; index < offset + length; index++) {
            byte octet = bytes[index];
            if (octet == '\n' && before != '\r') {
                put(bytes, start, index - start);
                put(LINE_END, 0, 1);
                start = index;
            } else if (octet == '.' && atLineStart) {
                put(bytes, start, index - start);
                put(DOT, 0, 1);
                start = index;
            }
            atLineStart = octet == '\n';
            before = octet;
        }
        put(bytes, start, offset + length - start);
    }

    /** Everything but the last bytes may be on its way already; what is written here ends the message. */
    void finish() throws IOException {
        if (!atLineStart) {
            put(LINE_END, 0, LINE_END.length);
        }
        put(END_OF_DATA, 0, END_OF_DATA.length);
        flush();
    }

    private void put(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (used == buffer.length) {
                flush();
            }
            int count = Math.min(length - done, buffer.length - used);
            System.arraycopy(bytes, offset + done, buffer, used, count);
            used += count;
            done += count;
        }
    }

    private void flush() throws IOException {
        output.write(buffer, 0, used);
        used = 0;
    }
}
