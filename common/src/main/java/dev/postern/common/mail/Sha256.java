package dev.postern.common.mail;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The SHA-256 digest of some bytes. Comparing two takes the same time whether and wherever they differ. */
public final class Sha256 {

    private static final int LENGTH = 32;

    private final byte[] digest;

    private Sha256(byte[] digest) {
        this.digest = digest;
    }

    /** Digests {@code content}. */
    public static Sha256 of(byte[] content) {
        return new Sha256(newDigest().digest(content));
    }

    /**
     * Takes a digest that was made elsewhere.
     *
     * @throws IllegalArgumentException if it has not 32 bytes
     */
    public static Sha256 fromBytes(byte[] digest) {
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + digest.length);
        }
        return new Sha256(digest.clone());
    }

    /** Completes a digest that was fed piece by piece; it can be used again afterwards. */
    public static Sha256 finish(MessageDigest digest) {
        return fromBytes(digest.digest());
    }

    /** A digest to be fed piece by piece. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    public byte[] bytes() {
        return digest.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(digest);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(digest);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sha256 that && MessageDigest.isEqual(digest, that.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return hex();
    }
}
