package dev.postern.backup.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.backup.manifest.Entry;
import dev.postern.common.mail.Sha256;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads along while a dump passes, and tells what was in it by schema.
 *
 * <p>A schema's part goes from the line that names it to the line that names the next one. There can be two: tables first,
 * views at the end.
 */
public final class DumpScan {

    private static final String SCHEMA = "-- Current Database: `";
    private static final String TABLE = "CREATE TABLE `";
    private static final String END = "-- Dump completed";
    private static final int LONGEST_NAME = 300;

    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final ByteArrayOutputStream beginningOfLine = new ByteArrayOutputStream(LONGEST_NAME);
    private @Nullable Section current;
    private boolean complete;

    private static final class Section {
        private final MessageDigest digest = Sha256.newDigest();
        private long bytes;
        private long tables;
    }

    /** Takes the next piece, wherever it is cut. */
    public void add(byte[] bytes, int offset, int length) {
        var from = offset;
        for (int at = offset; at < offset + length; at++) {
            if (bytes[at] == '\n') {
                count(bytes, from, at + 1 - from);
                from = at + 1;
                endOfLine();
            } else if (beginningOfLine.size() < LONGEST_NAME) {
                beginningOfLine.write(bytes[at]);
            }
        }
        count(bytes, from, offset + length - from);
    }

    /** Whether the dump came to its end. */
    public boolean isComplete() {
        return complete;
    }

    public List<Entry> entries() {
        return sections.entrySet().stream()
                .map(section -> entry(section.getKey(), section.getValue()))
                .toList();
    }

    private static Entry entry(String name, Section section) {
        try {
            var digest = Sha256.fromBytes(((MessageDigest) section.digest.clone()).digest());
            return new Entry(name, section.tables, section.bytes, digest);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("every Java platform can copy its SHA-256", impossible);
        }
    }

    private void count(byte[] bytes, int from, int length) {
        if (current != null) {
            current.digest.update(bytes, from, length);
            current.bytes += length;
        }
    }

    private void endOfLine() {
        var line = beginningOfLine.toString(UTF_8);
        beginningOfLine.reset();
        schemaIn(line).ifPresent(name -> current = sections.computeIfAbsent(name, _ -> new Section()));
        if (current != null && line.startsWith(TABLE)) {
            current.tables++;
        }
        complete = line.startsWith(END);
    }

    private static Optional<String> schemaIn(String line) {
        return line.startsWith(SCHEMA) && line.endsWith("`")
                ? Optional.of(line.substring(SCHEMA.length(), line.length() - 1).replace("``", "`"))
                : Optional.empty();
    }
}
