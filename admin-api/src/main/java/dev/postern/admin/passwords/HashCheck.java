package dev.postern.admin.passwords;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.commons.codec.digest.Crypt;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** Compares a password with a hash of any scheme, as Dovecot does. */
final class HashCheck {

    private static final String PBKDF2_SEPARATOR = "\\$";
    private static final int BITS = 8;

    private final Argon2PasswordEncoder argon2;

    HashCheck(Argon2PasswordEncoder argon2) {
        this.argon2 = argon2;
    }

    boolean matches(Password password, PasswordHash hash) {
        var text = password.text();
        var encoded = hash.encoded();
        return switch (hash.scheme()) {
            case ARGON2ID, ARGON2I -> argon2.matches(text, encoded);
            case BCRYPT -> BCrypt.checkpw(text, encoded);
            case SHA512_CRYPT, SHA256_CRYPT, MD5_CRYPT -> equal(Crypt.crypt(text.getBytes(UTF_8), encoded), encoded);
            case PBKDF2 -> pbkdf2(text, encoded);
            case SALTED_SHA512 -> salted("SHA-512", text, encoded);
            case SALTED_SHA256 -> salted("SHA-256", text, encoded);
            case SALTED_SHA1 -> salted("SHA-1", text, encoded);
        };
    }

    /** {@code $1$salt$rounds$hash}, PBKDF2 with HMAC-SHA1; the salt is taken as it is written. */
    private static boolean pbkdf2(String text, String encoded) {
        var parts = encoded.split(PBKDF2_SEPARATOR, -1);
        var expected = HexFormat.of().parseHex(parts[4]);
        var generator = new PKCS5S2ParametersGenerator(new SHA1Digest());
        generator.init(text.getBytes(UTF_8), parts[2].getBytes(UTF_8), Integer.parseInt(parts[3]));
        var key = (KeyParameter) generator.generateDerivedMacParameters(expected.length * BITS);
        return MessageDigest.isEqual(key.getKey(), expected);
    }

    /** Base64 of the digest of password and salt, followed by the salt. */
    private static boolean salted(String algorithm, String text, String encoded) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            var bytes = Base64.getDecoder().decode(encoded);
            var length = digest.getDigestLength();
            digest.update(text.getBytes(UTF_8));
            digest.update(bytes, length, bytes.length - length);
            return MessageDigest.isEqual(digest.digest(), Arrays.copyOf(bytes, length));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
