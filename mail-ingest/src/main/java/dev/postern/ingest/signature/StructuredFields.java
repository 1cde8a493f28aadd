package dev.postern.ingest.signature;

import dev.postern.common.mail.Sha256;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.Parser;

/** Structured header fields (RFC 8941) of a length that can be meant seriously. */
final class StructuredFields {

    private static final int MAX_LENGTH = 2048;

    private StructuredFields() {}

    /** @throws NotBelieved with {@code fault} if the text is no dictionary */
    static Dictionary dictionary(String text, SignatureFault fault) throws NotBelieved {
        if (text.length() > MAX_LENGTH) {
            throw new NotBelieved(fault);
        }
        try {
            return Parser.parseDictionary(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotBelieved(fault);
        }
    }

    /** A byte sequence of a dictionary, if there is one of this name. */
    static Optional<byte[]> bytes(Dictionary dictionary, String key) {
        ListElement<?> member = dictionary.get().get(key);
        return member instanceof ByteSequenceItem item ? Optional.of(bytesOf(item.get())) : Optional.empty();
    }

    /** RFC 9530; digests by other algorithms are not looked at. */
    static Sha256 contentDigest(String field) throws NotBelieved {
        var digest = bytes(dictionary(field, SignatureFault.DIGEST_MALFORMED), "sha-256");
        if (digest.isEmpty() || digest.get().length != 32) {
            throw new NotBelieved(SignatureFault.DIGEST_MALFORMED);
        }
        return Sha256.fromBytes(digest.get());
    }

    private static byte[] bytesOf(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
