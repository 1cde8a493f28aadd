package dev.postern.admin.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * The text of a token: {@code pst_}, 30 random letters and digits (178 bits), and the CRC-32 of those in 6 more, so that
 * whoever searches code or logs for lost tokens can tell one from chance. It shows itself to nobody unasked.
 */
public record TokenSecret(String text) {

    static final String PREFIX = "pst_";

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 30;
    private static final int CHECKSUM_LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret generate() {
        var random = new StringBuilder();
        RANDOM.ints(RANDOM_LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .forEach(random::append);
        return new TokenSecret(PREFIX + random + checksum(random.toString()));
    }

    /** Whether it is written as those are that {@link #generate()} makes. */
    boolean isWellFormed() {
        var length = PREFIX.length() + RANDOM_LENGTH + CHECKSUM_LENGTH;
        if (text.length() != length || !text.startsWith(PREFIX)) {
            return false;
        }
        var random = text.substring(PREFIX.length(), length - CHECKSUM_LENGTH);
        return text.endsWith(checksum(random));
    }

    /** What is kept of it: it is random and long, so there is nothing for a slow hash to slow down. */
    Sha256 digest() {
        return Sha256.of(text.getBytes(UTF_8));
    }

    private static String checksum(String random) {
        var crc = new CRC32();
        crc.update(random.getBytes(US_ASCII));
        var digits = new StringBuilder();
        for (var rest = crc.getValue(); digits.length() < CHECKSUM_LENGTH; rest /= ALPHABET.length()) {
            digits.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
        }
        return digits.reverse().toString();
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
