package dev.postern.admin.webhooks;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a receiver is. What its name stands for is looked at each time something is sent there. */
record TargetUrl(URI uri) {

    static final int MAX_LENGTH = 500;

    private static final int HIGHEST_PORT = 65_535;

    /**
     * Parses an address with {@code https}.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static TargetUrl parse(String text) {
        var stripped = text.strip();
        if (stripped.length() > MAX_LENGTH) {
            throw unfit(stripped.substring(0, MAX_LENGTH) + "…");
        }
        try {
            var uri = new URI(stripped).parseServerAuthority();
            if (!"https".equalsIgnoreCase(uri.getScheme())
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || uri.getPort() == 0
                    || uri.getPort() > HIGHEST_PORT
                    || !uri.toString().equals(uri.toASCIIString())) {
                throw unfit(stripped);
            }
            return new TargetUrl(uri);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(unfit(stripped).getMessage(), malformed);
        }
    }

    private static IllegalArgumentException unfit(String text) {
        return new IllegalArgumentException(
                "'%s' cannot be told anything; write https://, a name, and a path, like https://hooks.example.org/postern, without user name, password or #."
                        .formatted(text));
    }

    /** Without path and question, which can have a key of the receiver in them: for logs. */
    String place() {
        return uri.getPort() < 0 ? uri.getHost() : "%s:%d".formatted(uri.getHost(), uri.getPort());
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
