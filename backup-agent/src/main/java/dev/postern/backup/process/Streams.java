package dev.postern.backup.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What goes into a program and what is done with what comes out.
 *
 * @param input writes the program's standard input; it is closed afterwards
 * @param output reads the program's standard output to its end
 */
public record Streams(Writer input, Reader output) {

    /** Nothing goes in; each line that comes out is looked at. */
    public static Streams lines(Consumer<String> lines) {
        return new Streams(_ -> {}, reading(lines));
    }

    /** Something goes in, and each line that comes out is looked at. */
    public static Streams lines(Writer input, Consumer<String> lines) {
        return new Streams(input, reading(lines));
    }

    /** Nothing goes in; what comes out are bytes. */
    public static Streams bytes(Reader output) {
        return new Streams(_ -> {}, output);
    }

    private static Reader reading(Consumer<String> lines) {
        return stream -> {
            try (var text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (var line = text.readLine(); line != null; line = text.readLine()) {
                    lines.accept(line);
                }
            }
        };
    }

    /** Writes to a program. An exception ends the program before it has seen an end of its input. */
    @FunctionalInterface
    public interface Writer {

        /** Writes all there is. */
        void write(OutputStream stream) throws IOException, InterruptedException;
    }

    /** Reads what a program writes. */
    @FunctionalInterface
    public interface Reader {

        /** Reads to the end. */
        void read(InputStream stream) throws IOException;
    }
}
