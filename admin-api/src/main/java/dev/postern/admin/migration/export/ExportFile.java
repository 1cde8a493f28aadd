package dev.postern.admin.migration.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;

/** A file of an export. Its size is bounded by whoever takes it in. */
public record ExportFile(String name, Content content) {

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int LONGEST_NAME = 60;

    /** What is in it; it can be read more than once. */
    @FunctionalInterface
    public interface Content {

        InputStream open() throws IOException;
    }

    /** Keeps of the name what is after the last slash, since that alone means something here. */
    public ExportFile {
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        name = name.isEmpty() ? "file" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    boolean isNamed(String wanted) {
        return name.toLowerCase(Locale.ROOT).equals(wanted);
    }

    /** Its text; what is not UTF-8 ends the reading with a {@link java.nio.charset.CharacterCodingException}. */
    BufferedReader text() throws IOException {
        var decoder = UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new InputStreamReader(content.open(), decoder));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
