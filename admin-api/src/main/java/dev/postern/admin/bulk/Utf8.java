package dev.postern.admin.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** The text of a file. */
public final class Utf8 {

    private Utf8() {}

    /**
     * Decodes it.
     *
     * @throws IllegalArgumentException if it is of another encoding, so that no name is garbled
     */
    public static String decode(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            throw new IllegalArgumentException("The file is not UTF-8; save it as CSV UTF-8.", other);
        }
    }
}
