package dev.postern.ingest.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.postern.ingest.body.MessageBody;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The delivery keys in the header of a message, the topmost first. One that was handed on from here carries one, and keeps it
 * wherever it is forwarded to; but anybody may write such a field.
 */
final class CarriedKeys {

    /** How much of a header is looked at: what other servers put on top of a key of ours is far less. */
    static final int MAX_HEADER = 128 * 1024;

    /** After as many hops Postfix gives up. */
    static final int MAX_KEYS = 50;

    private static final int USUAL_HEADER = 16 * 1024;
    private static final byte[] NAME =
            (DeliveryKey.HEADER + ":").toLowerCase(Locale.ROOT).getBytes(ISO_8859_1);

    /** Folded or not. */
    private static final Pattern VALUE = Pattern.compile("[ \\t]*(?:\\r?\\n[ \\t]+)?([0-9a-f]{64})[ \\t]*\\r?\\n");

    private static final int MAX_VALUE = 128;

    private CarriedKeys() {}

    static List<DeliveryKey> in(MessageBody body) throws IOException {
        var usual = body.beginning(USUAL_HEADER);
        return lengthOfHeader(usual) < usual.length ? in(usual) : in(body.beginning(MAX_HEADER));
    }

    private static List<DeliveryKey> in(byte[] beginning) {
        int end = lengthOfHeader(beginning);
        var keys = new ArrayList<DeliveryKey>();
        for (int line = 0; line < end && keys.size() < MAX_KEYS; line = nextLine(beginning, line)) {
            if (isNamed(beginning, line)) {
                valueAt(beginning, line + NAME.length).ifPresent(keys::add);
            }
        }
        return keys;
    }

    /** Up to the empty line; all there is, if that is not among it. */
    private static int lengthOfHeader(byte[] bytes) {
        int line = 0;
        while (line < bytes.length && !isEmpty(bytes, line)) {
            line = nextLine(bytes, line);
        }
        return line;
    }

    private static boolean isEmpty(byte[] bytes, int line) {
        return bytes[line] == '\n' || (bytes[line] == '\r' && line + 1 < bytes.length && bytes[line + 1] == '\n');
    }

    private static int nextLine(byte[] bytes, int line) {
        int index = line;
        while (index < bytes.length && bytes[index] != '\n') {
            index++;
        }
        return Math.min(index + 1, bytes.length);
    }

    private static boolean isNamed(byte[] bytes, int line) {
        if (bytes.length - line < NAME.length) {
            return false;
        }
        for (int index = 0; index < NAME.length; index++) {
            if (Character.toLowerCase(bytes[line + index]) != NAME[index]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<DeliveryKey> valueAt(byte[] bytes, int start) {
        var text = new String(bytes, start, Math.min(MAX_VALUE, bytes.length - start), ISO_8859_1);
        var matcher = VALUE.matcher(text);
        return matcher.lookingAt() ? Optional.of(DeliveryKey.parse(matcher.group(1))) : Optional.empty();
    }
}
