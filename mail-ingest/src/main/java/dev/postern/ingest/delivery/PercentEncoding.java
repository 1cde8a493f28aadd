package dev.postern.ingest.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;

/** Percent-encoded UTF-8 (RFC 3986 §2.1), read strictly: what is not that was not written by our Worker. */
final class PercentEncoding {

    private PercentEncoding() {}

    /** @throws IllegalArgumentException without repeating the text, which may be anything */
    static String decode(String text) {
        var bytes = ByteBuffer.allocate(text.length());
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '%') {
                bytes.put(octet(text, index));
                index += 2;
            } else if (character > ' ' && character < 0x7f) {
                bytes.put((byte) character);
            } else {
                throw new IllegalArgumentException("character %d must be percent-encoded".formatted(index + 1));
            }
        }
        return utf8(bytes.flip());
    }

    private static byte octet(String text, int percent) {
        if (percent + 2 >= text.length()
                || !HexFormat.isHexDigit(text.charAt(percent + 1))
                || !HexFormat.isHexDigit(text.charAt(percent + 2))) {
            throw new IllegalArgumentException(
                    "the percent sign at character %d needs two hexadecimal digits".formatted(percent + 1));
        }
        return (byte) HexFormat.fromHexDigits(text, percent + 1, percent + 3);
    }

    private static String utf8(ByteBuffer bytes) {
        try {
            return UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("the percent-encoded bytes are not UTF-8", malformed);
        }
    }
}
