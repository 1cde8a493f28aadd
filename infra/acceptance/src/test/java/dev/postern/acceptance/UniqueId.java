package dev.postern.acceptance;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names that no other test uses, so that all can share one platform. */
final class UniqueId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UniqueId() {}

    static String next() {
        var bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
