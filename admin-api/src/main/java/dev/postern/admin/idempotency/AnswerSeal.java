package dev.postern.admin.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Closes what is kept of one request with keys that only its caller can bring again: HKDF-SHA256 (RFC 5869) over his
 * token and the request's key. Whoever reads the database finds neither the passwords in the answers nor, by trying them
 * out, those in the requests.
 */
final class AnswerSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey encryption;
    private final SecretKey fingerprinting;

    AnswerSeal(String token, IdempotencyKey key) {
        try {
            this.encryption = derive(token, key, "answer", "AES");
            this.fingerprinting = derive(token, key, "fingerprint", MAC);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static SecretKey derive(String token, IdempotencyKey key, String purpose, String algorithm)
            throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        algorithm,
                        HKDFParameterSpec.ofExtract()
                                .addIKM(token.getBytes(UTF_8))
                                .addSalt(key.text().getBytes(UTF_8))
                                .thenExpand(("postern idempotency " + purpose).getBytes(UTF_8), KEY_BYTES));
    }

    byte[] close(byte[] answer) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var closed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(answer);
            return ByteBuffer.allocate(nonce.length + closed.length)
                    .put(nonce)
                    .put(closed)
                    .array();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /**
     * Opens what {@link #close} closed.
     *
     * @throws IllegalStateException if it was changed meanwhile
     */
    byte[] open(byte[] sealed) {
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            throw new IllegalStateException("The kept answer was changed", changed);
        }
    }

    /** What two requests have in common if they are the same; each part with its length in front. */
    Sha256 fingerprint(String method, String target, String contentType, byte[] body) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(fingerprinting);
            for (var part :
                    new byte[][] {method.getBytes(UTF_8), target.getBytes(UTF_8), contentType.getBytes(UTF_8), body}) {
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
                mac.update(part);
            }
            return Sha256.fromBytes(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
