package dev.postern.backup.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import java.nio.ByteBuffer;

/**
 * A digest of many lines that does not depend on their order, so that none has to be kept: the sum of their digests, as
 * numbers of 256 bits.
 */
public final class SetDigest {

    private static final int WORDS = 4;

    private final long[] sum = new long[WORDS];

    public void add(String line) {
        var words = ByteBuffer.wrap(Sha256.of(line.getBytes(UTF_8)).bytes()).asLongBuffer();
        var carry = 0L;
        for (int word = WORDS - 1; word >= 0; word--) {
            var term = words.get(word);
            var partial = sum[word] + term;
            var total = partial + carry;
            carry = Long.compareUnsigned(partial, term) < 0 || Long.compareUnsigned(total, carry) < 0 ? 1 : 0;
            sum[word] = total;
        }
    }

    public Sha256 value() {
        var bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (var word : sum) {
            bytes.putLong(word);
        }
        return Sha256.fromBytes(bytes.array());
    }
}
