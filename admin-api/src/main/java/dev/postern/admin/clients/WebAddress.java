package dev.postern.admin.clients;

import dev.postern.common.mail.DomainName;
import java.net.URI;
import java.util.Set;

/** Name and port of this service, for records in DNS, which can point at a name but not at an address. */
record WebAddress(DomainName host, int port) {

    private static final Set<String> SCHEMES = Set.of("https", "http");

    /** @param otherwise the name to use when the URL has an IP address in place of one */
    static WebAddress of(URI url, DomainName otherwise) {
        return new WebAddress(nameIn(url, otherwise), portOf(url));
    }

    /** The same place as one that links are resolved against. */
    static URI folder(URI url) {
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "public-url has to be a whole address like https://mail.example.org:8444/, not '%s'"
                            .formatted(url));
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "public-url has a query or a fragment; leave out what follows the path in '%s'".formatted(url));
        }
        return url.toString().endsWith("/") ? url : URI.create(url + "/");
    }

    private static int portOf(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equals(url.getScheme()) ? 443 : 80;
    }

    private static DomainName nameIn(URI url, DomainName otherwise) {
        try {
            return DomainName.parse(url.getHost());
        } catch (IllegalArgumentException anAddress) {
            return otherwise;
        }
    }
}
