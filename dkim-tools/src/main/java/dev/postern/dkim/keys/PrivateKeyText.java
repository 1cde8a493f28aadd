package dev.postern.dkim.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;

/** A private key in the form that Rspamd reads: it takes any PEM for RSA, and an Ed25519 key as its bare seed. */
final class PrivateKeyText {

    private static final int SEED_LENGTH = 32;

    private PrivateKeyText() {}

    static String of(Algorithm algorithm, PrivateKey key) {
        return switch (algorithm) {
            case RSA -> pem(key.getEncoded());
            case ED25519 -> seed(key.getEncoded());
        };
    }

    private static String pem(byte[] pkcs8) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));
        return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(base64.encodeToString(pkcs8));
    }

    /** The end of the PKCS#8 structure, version 1 (RFC 8410 §7), is the seed. */
    private static String seed(byte[] pkcs8) {
        var seed = Arrays.copyOfRange(pkcs8, pkcs8.length - SEED_LENGTH, pkcs8.length);
        return Base64.getEncoder().encodeToString(seed) + "\n";
    }
}
