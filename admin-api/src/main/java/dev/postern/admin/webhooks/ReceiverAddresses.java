package dev.postern.admin.webhooks;

import dev.postern.admin.networks.Network;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks where a name leads each time before a connection is made, which then goes to just the addresses that were looked at: into
 * the Internet, and never to this host, the platform's own services or the house around it, whose services trust who can reach
 * them. What an operator allows is allowed.
 */
final class ReceiverAddresses implements DnsResolver {

    /** Of IPv6 only what is global is let through; these are parts of that which lead back to IPv4, or nowhere. */
    private static final List<Network> FORBIDDEN = List.of(
            Network.parse("0.0.0.0/8"),
            Network.parse("10.0.0.0/8"),
            Network.parse("100.64.0.0/10"),
            Network.parse("127.0.0.0/8"),
            Network.parse("169.254.0.0/16"),
            Network.parse("172.16.0.0/12"),
            Network.parse("192.0.0.0/24"),
            Network.parse("192.0.2.0/24"),
            Network.parse("192.88.99.0/24"),
            Network.parse("192.168.0.0/16"),
            Network.parse("198.18.0.0/15"),
            Network.parse("198.51.100.0/24"),
            Network.parse("203.0.113.0/24"),
            Network.parse("224.0.0.0/3"),
            Network.parse("2001::/23"),
            Network.parse("2001:db8::/32"),
            Network.parse("2002::/16"));

    private static final Network GLOBAL_IPV6 = Network.parse("2000::/3");
    private static final int IPV4_BYTES = 4;

    private final List<Network> allowed;

    ReceiverAddresses(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** One forbidden address of several is enough. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (var address : found) {
            if (!isFine(address)) {
                throw new ForbiddenAddress(address);
            }
        }
        return Arrays.copyOf(found, found.length);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    boolean isFine(InetAddress address) {
        if (allowed.stream().anyMatch(network -> network.contains(address))) {
            return true;
        }
        var global = address.getAddress().length == IPV4_BYTES || GLOBAL_IPV6.contains(address);
        return global && FORBIDDEN.stream().noneMatch(network -> network.contains(address));
    }

    /** The name leads where nothing is sent to. */
    static final class ForbiddenAddress extends UnknownHostException {

        ForbiddenAddress(InetAddress address) {
            super(
                    "%s is inside of this host or house, and nothing is sent there unless postern.admin.webhooks.allowed-networks has it"
                            .formatted(address.getHostAddress()));
        }
    }
}
