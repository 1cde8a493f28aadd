package dev.postern.admin.storeevents;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/** Where somebody is, as far as a metric tells: addresses are without number. */
enum Source {
    /** At home or in a VPN: RFC 1918, RFC 4193, RFC 6598, and this host. */
    INSIDE,
    OUTSIDE,
    UNKNOWN;

    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int SHARED = 100;
    private static final int SHARED_SECOND = 64;
    private static final int SHARED_SECOND_MASK = 0xc0;

    static Source of(Optional<String> address) {
        try {
            return address.map(InetAddress::ofLiteral).map(Source::of).orElse(UNKNOWN);
        } catch (IllegalArgumentException noAddress) {
            return UNKNOWN;
        }
    }

    private static Source of(InetAddress address) {
        return address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || isPrivate(address.getAddress())
                ? INSIDE
                : OUTSIDE;
    }

    private static boolean isPrivate(byte[] octets) {
        return octets.length == Integer.BYTES
                ? octets[0] == SHARED && (octets[1] & SHARED_SECOND_MASK) == SHARED_SECOND
                : (octets[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }

    /** As the label has it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
