package dev.postern.admin.networks;

import java.math.BigInteger;
import java.net.InetAddress;

/** A network of IP addresses in CIDR notation (RFC 4632, RFC 4291 §2.3), such as {@code 100.64.0.0/10}. */
public record Network(InetAddress address, int prefix) {

    public Network {
        if (prefix < 0 || prefix > bits(address)) {
            throw new IllegalArgumentException(
                    "A prefix of %s is between 0 and %d.".formatted(address.getHostAddress(), bits(address)));
        }
        if (!number(address).and(hostMask(bits(address) - prefix)).equals(BigInteger.ZERO)) {
            throw new IllegalArgumentException("%s/%d has bits set after its prefix; give the network's first address."
                    .formatted(address.getHostAddress(), prefix));
        }
    }

    /**
     * Parses a network, or an address as the network of itself alone.
     *
     * @throws IllegalArgumentException saying what would be right
     */
    public static Network parse(String text) {
        var slash = text.indexOf('/');
        var address = literal(slash < 0 ? text : text.substring(0, slash));
        return new Network(address, slash < 0 ? bits(address) : prefix(text, slash));
    }

    /** Whether an address is in it. */
    public boolean contains(InetAddress candidate) {
        return bits(candidate) == bits(address)
                && number(candidate)
                        .shiftRight(bits(address) - prefix)
                        .equals(number(address).shiftRight(bits(address) - prefix));
    }

    /** Whether all of another network is in it. */
    public boolean covers(Network other) {
        return other.prefix >= prefix && contains(other.address);
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException name) {
            throw new IllegalArgumentException(
                    "'%s' is no network; write it like 100.64.0.0/10 or fd00::/8.".formatted(text), name);
        }
    }

    private static int prefix(String text, int slash) {
        var digits = text.substring(slash + 1);
        if (!digits.matches("\\d{1,3}")) {
            throw new IllegalArgumentException(
                    "'%s' is no network; write it like 100.64.0.0/10 or fd00::/8.".formatted(text));
        }
        return Integer.parseInt(digits);
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    private static BigInteger hostMask(int bits) {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }
}
