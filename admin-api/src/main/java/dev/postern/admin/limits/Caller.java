package dev.postern.admin.limits;

import dev.postern.admin.access.Actor;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Whose requests are counted together. */
record Caller(Kind kind, String name) {

    enum Kind {
        TOKEN,
        OPERATOR,
        ADDRESS;

        /** The name of the policy in the headers. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int IPV6_NETWORK_BYTES = 8;

    static Optional<Caller> known(@Nullable Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return Optional.of(
                authentication.getPrincipal() instanceof Actor actor
                        ? new Caller(Kind.TOKEN, actor.name())
                        : new Caller(Kind.OPERATOR, authentication.getName()));
    }

    /** Somebody at an IP address. Of IPv6 the network counts, since a host can take any address in it. */
    static Caller at(String address) {
        return new Caller(Kind.ADDRESS, network(InetAddress.ofLiteral(address)));
    }

    private static String network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        var bytes = address.getAddress();
        Arrays.fill(bytes, IPV6_NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}
