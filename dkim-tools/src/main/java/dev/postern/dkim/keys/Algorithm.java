package dev.postern.dkim.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;

/** The two ways to sign: RSA, which every receiver knows, and Ed25519 (RFC 8463) beside it. */
public enum Algorithm {
    RSA("rsa"),
    ED25519("ed25519");

    private static final int RSA_BITS = 2048;
    private static final int ED25519_KEY_LENGTH = 32;

    private final String tag;

    Algorithm(String tag) {
        this.tag = tag;
    }

    /** The name in a record's {@code k=} tag, in selectors and in file names. */
    public String tag() {
        return tag;
    }

    KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance(name());
            generator.initialize(parameters());
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime cannot make %s keys".formatted(this), impossible);
        }
    }

    /**
     * What {@code p=} says of a key. For RSA that is the SubjectPublicKeyInfo, as in RFC 6376 appendix C; for Ed25519 the
     * bare key (RFC 8463 §4.2), which ends the SubjectPublicKeyInfo (RFC 8410 §4).
     */
    byte[] published(PublicKey key) {
        var encoded = key.getEncoded();
        return switch (this) {
            case RSA -> encoded;
            case ED25519 -> Arrays.copyOfRange(encoded, encoded.length - ED25519_KEY_LENGTH, encoded.length);
        };
    }

    private AlgorithmParameterSpec parameters() {
        return switch (this) {
            case RSA -> new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4);
            case ED25519 -> NamedParameterSpec.ED25519;
        };
    }
}
