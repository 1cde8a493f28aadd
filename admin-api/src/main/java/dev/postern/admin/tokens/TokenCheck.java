package dev.postern.admin.tokens;

import dev.postern.admin.access.Actor;
import dev.postern.admin.access.OperatorRights;
import dev.postern.admin.access.Rights;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Whom a token stands for now. */
@Service
class TokenCheck {

    /** A use is written down at most this often, so that reading costs no writing. */
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final ApiTokens tokens;
    private final OperatorRights operators;
    private final InstantSource clock;

    TokenCheck(ApiTokens tokens, OperatorRights operators, InstantSource clock) {
        this.tokens = tokens;
        this.operators = operators;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Verdict {
        record Good(Actor actor) implements Verdict {}

        /** It is one of ours, but opens nothing; its holder is told why. */
        record Useless(String reason) implements Verdict {}

        /** It is none of ours. */
        record Unknown() implements Verdict {}
    }

    Verdict apply(TokenSecret secret, String address) {
        return tokens.find(secret.digest())
                .map(token -> check(token, address, clock.instant()))
                .orElseGet(Verdict.Unknown::new);
    }

    private Verdict check(ApiToken token, String address, Instant now) {
        if (token.hasEnded(now)) {
            return new Verdict.Useless("The token %s ended at %s; have another one made."
                    .formatted(token.name(), token.expiresAt().orElseThrow()));
        }
        if (!token.mayComeFrom(InetAddress.ofLiteral(address))) {
            return new Verdict.Useless("The token %s may not be used from %s, only from %s."
                    .formatted(token.name(), address, token.networks()));
        }
        return rightsOf(token)
                .<Verdict>map(rights -> good(token, rights, new ApiToken.Use(now, address)))
                .orElseGet(() -> new Verdict.Useless(
                        "The token %s opens nothing any more, since its operator may not do what it was made for."
                                .formatted(token.name())));
    }

    private Verdict good(ApiToken token, Rights rights, ApiToken.Use use) {
        var since = use.at().minus(BETWEEN_NOTES);
        if (token.lastUse().map(ApiToken.Use::at).filter(since::isBefore).isEmpty()) {
            tokens.remember(token.name(), use, since);
        }
        return new Verdict.Good(
                new Actor(Actor.Kind.TOKEN, token.name(), token.operator(), rights, Optional.of(use.address())));
    }

    private Optional<Rights> rightsOf(ApiToken token) {
        return token.operator().isEmpty()
                ? Optional.of(token.rights())
                : operators.of(token.operator().get()).flatMap(token.rights()::within);
    }
}
