package dev.postern.ingest.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.ingest.trace.ClientIdentity;
import java.net.Inet6Address;
import java.net.InetAddress;

/** The attributes of Postfix's XCLIENT command, as its XCLIENT_README defines them; values are xtext (RFC 3461 §4). */
final class Xtext {

    private static final String UNAVAILABLE = "[UNAVAILABLE]";

    /** Stands for an unknown client: with "[UNAVAILABLE]" Postfix greets the filter in a way that makes Rspamd hang up. */
    private static final String NO_ADDRESS = "0.0.0.0";

    private Xtext() {}

    /** NAME stays unavailable: it means a name that DNS confirmed, and Cloudflare tells of none. */
    static String xclient(ClientIdentity client) {
        return "XCLIENT ADDR=%s NAME=%s HELO=%s"
                .formatted(
                        client.address().map(Xtext::address).orElse(NO_ADDRESS),
                        UNAVAILABLE,
                        client.helo().map(Xtext::encode).orElse(UNAVAILABLE));
    }

    static String encode(String text) {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(UTF_8)) {
            if (octet > ' ' && octet < 0x7f && octet != '+' && octet != '=') {
                encoded.append((char) octet);
            } else {
                encoded.append("+%02X".formatted(octet & 0xff));
            }
        }
        return encoded.toString();
    }

    private static String address(InetAddress address) {
        return (address instanceof Inet6Address ? "IPV6:" : "") + address.getHostAddress();
    }
}
