package dev.postern.admin.tokens;

import dev.postern.admin.access.Rights;
import dev.postern.admin.networks.Network;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A token as it was made.
 *
 * @param operator whose it is: it can do no more than he can; empty for the platform's own
 * @param networks where it may be used from; none is everywhere
 * @param createdBy the operator or the token that made it
 * @param expiresAt the first moment at which it opens nothing any more; empty for that of the secret file
 */
public record ApiToken(
        String name,
        Optional<String> operator,
        Rights rights,
        Set<Network> networks,
        Instant createdAt,
        String createdBy,
        Optional<Instant> expiresAt,
        Optional<Use> lastUse) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** When and from where it was used, give or take a minute. */
    public record Use(Instant at, String address) {}

    /** The name as it is kept. */
    public static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A name has 1 to 64 small letters, digits, dots, hyphens and underscores, like 'nightly-import'.");
        }
        return text;
    }

    /** Whether it opens nothing any more. */
    public boolean hasEnded(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Whether it is that of the secret file, which is revoked there. */
    public boolean isFirst() {
        return name.equals(FirstToken.NAME);
    }

    boolean mayComeFrom(InetAddress address) {
        return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
    }
}
