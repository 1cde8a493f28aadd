package dev.postern.ingest.trace;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads address literals of the public Internet. Any other would name a host that must not be trusted by mistake. */
final class PublicAddress {

    private static final Pattern DOTTED_QUAD = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern COLON_HEX = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private PublicAddress() {}

    static Optional<InetAddress> parse(String text) {
        if (!DOTTED_QUAD.matcher(text).matches() && !COLON_HEX.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text)).filter(PublicAddress::isPublic);
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean isPublic(InetAddress address) {
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isUniqueLocal(address)
                || isSharedOrReserved(address));
    }

    /** RFC 4193, fc00::/7. */
    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    /** RFC 6598, 100.64.0.0/10; RFC 1122, 0.0.0.0/8; RFC 1112, 240.0.0.0/4. */
    private static boolean isSharedOrReserved(InetAddress address) {
        if (address instanceof Inet6Address) {
            return false;
        }
        int first = address.getAddress()[0] & 0xff;
        int second = address.getAddress()[1] & 0xff;
        return first == 0 || first >= 240 || (first == 100 && second >= 64 && second < 128);
    }
}
