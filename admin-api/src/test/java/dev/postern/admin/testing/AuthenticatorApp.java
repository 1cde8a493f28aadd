package dev.postern.admin.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;

/** The app on somebody's telephone, which got its secret typed in. */
public final class AuthenticatorApp {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    public AuthenticatorApp(String base32) {
        var bits = new StringBuilder();
        base32.chars().forEach(letter -> bits.append(Integer.toBinaryString(32 + BASE32.indexOf(letter)), 1, 6));
        secret = new byte[bits.length() / 8];
        for (int place = 0; place < secret.length; place++) {
            secret[place] = (byte) Integer.parseInt(bits.substring(place * 8, place * 8 + 8), 2);
        }
    }

    public String codeAt(Instant moment) {
        var codes = new TimeBasedOneTimePasswordGenerator();
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, codes.getAlgorithm()), moment);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The code of the present half minute. */
    public String code() {
        return codeAt(Instant.now());
    }

    /** The code of the next half minute, which counts already, and is another one. */
    public String nextCode() {
        return codeAt(Instant.now().plusSeconds(30));
    }
}
