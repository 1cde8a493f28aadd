package dev.postern.admin.tokens;

import dev.postern.admin.access.Actor;
import dev.postern.admin.access.Grant;
import dev.postern.admin.access.Rights;
import dev.postern.admin.access.Role;
import dev.postern.admin.networks.Network;
import dev.postern.admin.outcome.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a token may be at most: it can do no more than whoever makes it, nor for longer, nor from elsewhere.
 *
 * @param networks of the token that makes it; none is everywhere
 * @param latest the last moment at which it may end
 */
record TokenBounds(Rights rights, Set<Network> networks, Instant latest) {

    /**
     * The bounds that somebody can give.
     *
     * @param own the token by which he makes another, if he does it by one
     * @param latest what the settings allow
     */
    static TokenBounds of(Actor maker, Optional<ApiToken> own, Instant latest) {
        return new TokenBounds(
                maker.rights(),
                own.map(ApiToken::networks).orElse(Set.of()),
                own.flatMap(ApiToken::expiresAt).filter(latest::isAfter).orElse(latest));
    }

    Optional<Refusal> refusal(ApiToken token) {
        if (isWithoutDomains(token.rights())) {
            return unfit("domains", "A domain administrator has some domains; say which.");
        }
        if (!token.rights().within(rights).equals(Optional.of(token.rights()))) {
            return unfit("scopes", "A token can do no more than whoever makes it: %s.".formatted(described()));
        }
        if (!ends(token)) {
            return unfit("expiresAt", "It has to lie ahead, and not after %s.".formatted(latest));
        }
        if (!networks.isEmpty() && !coversAllOf(token)) {
            return unfit("networks", "The token that makes it is for %s alone.".formatted(networks));
        }
        return Optional.empty();
    }

    private static boolean isWithoutDomains(Rights rights) {
        return rights.role() == Role.DOMAIN_ADMINISTRATOR && rights.domains().isEmpty();
    }

    private boolean ends(ApiToken token) {
        return token.expiresAt()
                .filter(token.createdAt()::isBefore)
                .filter(end -> !end.isAfter(latest))
                .isPresent();
    }

    private boolean coversAllOf(ApiToken token) {
        return token.networks().stream()
                .allMatch(network -> networks.stream().anyMatch(bound -> bound.covers(network)));
    }

    private String described() {
        return "role %s, domains %s, scopes %s"
                .formatted(
                        rights.role().text(),
                        rights.scope().isEverything() ? "all" : rights.domains(),
                        rights.grants().stream().map(Grant::text).sorted().toList());
    }

    private static Optional<Refusal> unfit(String field, String detail) {
        return Optional.of(new Refusal.Unfit(field, detail));
    }
}
