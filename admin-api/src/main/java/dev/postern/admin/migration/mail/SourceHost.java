package dev.postern.admin.migration.mail;

import dev.postern.common.mail.DomainName;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where another mail server is. A name without a dot is none: that is how the platform's own services are called in its
 * networks. What addresses a name stands for is looked at where the connection is made.
 */
record SourceHost(String name) {

    private static final Pattern IPV4 = Pattern.compile("[0-9.]+");
    private static final Set<String> ONLY_INSIDE = Set.of("internal", "local", "localhost", "localdomain");

    /**
     * Parses a name or an IPv4 address.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static SourceHost parse(String text) {
        var name = text.strip().toLowerCase(Locale.ROOT);
        return new SourceHost(IPV4.matcher(name).matches() ? address(name) : domain(name));
    }

    private static String address(String text) {
        var address = InetAddress.ofLiteral(text);
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()) {
            throw inside(text);
        }
        return address.getHostAddress();
    }

    private static String domain(String text) {
        var name = DomainName.parse(text).ascii();
        if (!name.contains(".") || ONLY_INSIDE.contains(name.substring(name.lastIndexOf('.') + 1))) {
            throw inside(text);
        }
        return name;
    }

    private static IllegalArgumentException inside(String text) {
        return new IllegalArgumentException(
                "'%s' is a place inside of this platform or host, and mail is not fetched from there. Name the other mail server as others reach it, like imap.example.org."
                        .formatted(text));
    }

    @Override
    public String toString() {
        return name;
    }
}
