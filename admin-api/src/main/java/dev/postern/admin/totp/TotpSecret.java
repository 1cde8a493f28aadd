package dev.postern.admin.totp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URI;
import java.net.URLEncoder;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app and the service share: 160 random bits, as RFC 4226 §4 wants it. It never shows itself in a log. */
final class TotpSecret {

    /** What every app knows, whatever it says of its other settings: SHA-1, six digits, 30 seconds. */
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private static final Duration STEP = CODES.getTimeStep();
    private static final int BYTES = 20;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] bytes;

    TotpSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    static TotpSecret random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Finds the 30 seconds that a code belongs to: the present ones, those before, since a person takes time to type, or
     * those after, since clocks differ (RFC 6238 §5.2).
     *
     * @return their number, counted from 1970
     */
    OptionalLong stepOf(String code, Instant now) {
        var present = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.of(present, present - 1, present + 1)
                .filter(step -> MessageDigest.isEqual(code(step).getBytes(UTF_8), code.getBytes(UTF_8)))
                .findFirst();
    }

    private String code(long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(bytes, CODES.getAlgorithm()), Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("every key is fit for HMAC", impossible);
        }
    }

    /** As apps want it typed (RFC 4648 §6). 160 bits need no padding. */
    String base32() {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (var octet : bytes) {
            buffer = (buffer << 8) | (octet & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((buffer >> bits) & 31));
            }
            buffer &= 31;
        }
        return text.toString();
    }

    /** What the QR code holds. */
    URI link(String issuer, String account) {
        return URI.create("otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encode(issuer), encode(account), base32(), encode(issuer)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "TotpSecret[…]";
    }
}
