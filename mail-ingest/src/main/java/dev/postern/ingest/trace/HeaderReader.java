package dev.postern.ingest.trace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads fields from the top of a message (RFC 5322 §2.2). Lines may end in CRLF or in LF alone. */
final class HeaderReader {

    private static final Pattern FOLD = Pattern.compile("\\r?\\n(?=[ \\t])");

    private final byte[] bytes;
    private int position;

    HeaderReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The next field, or nothing where the header ends, is no header, or is cut off. */
    Optional<HeaderField> next() {
        int end = endOfField(position);
        if (end < 0) {
            return Optional.empty();
        }
        var text = new String(bytes, position, end - position, ISO_8859_1);
        int colon = text.indexOf(':');
        if (colon <= 0 || !isFieldName(text, colon)) {
            return Optional.empty();
        }
        position = end;
        var value = FOLD.matcher(text.substring(colon + 1)).replaceAll("").strip();
        return Optional.of(new HeaderField(text.substring(0, colon).strip().toLowerCase(Locale.ROOT), value, end));
    }

    /** Behind the line end that no continuation line follows; -1 if the bytes end before that is sure. */
    private int endOfField(int start) {
        for (int index = start; index < bytes.length - 1; index++) {
            if (bytes[index] == '\n' && bytes[index + 1] != ' ' && bytes[index + 1] != '\t') {
                return index + 1;
            }
        }
        return -1;
    }

    private static boolean isFieldName(String text, int colon) {
        return text.substring(0, colon).strip().chars().allMatch(character -> character > ' ' && character < 0x7f);
    }
}
