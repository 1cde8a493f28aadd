package dev.postern.admin.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM. What is sealed: four bytes that name the key, a random nonce of twelve, the ciphertext with its tag. */
final class VaultKey {

    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] name;
    private final SecretKeySpec key;

    VaultKey(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has %d bytes, not %d".formatted(KEY_BYTES, key.length));
        }
        this.name = Arrays.copyOf(Sha256.of(key).bytes(), NAME_BYTES);
        this.key = new SecretKeySpec(key, "AES");
    }

    boolean sealed(byte[] sealed) {
        return sealed.length > NAME_BYTES + NONCE_BYTES && Arrays.equals(name, 0, NAME_BYTES, sealed, 0, NAME_BYTES);
    }

    byte[] seal(byte[] secret, String purpose) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
            var sealed = Arrays.copyOf(name, NAME_BYTES + NONCE_BYTES + ciphertext.length);
            System.arraycopy(nonce, 0, sealed, NAME_BYTES, NONCE_BYTES);
            System.arraycopy(ciphertext, 0, sealed, NAME_BYTES + NONCE_BYTES, ciphertext.length);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    byte[] open(byte[] sealed, String purpose) {
        var nonce = Arrays.copyOfRange(sealed, NAME_BYTES, NAME_BYTES + NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(sealed, NAME_BYTES + NONCE_BYTES, sealed.length - NAME_BYTES - NONCE_BYTES);
        } catch (GeneralSecurityException tampered) {
            throw new IllegalStateException("what is kept as '%s' was not sealed as that".formatted(purpose), tampered);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(UTF_8));
        return cipher;
    }
}
