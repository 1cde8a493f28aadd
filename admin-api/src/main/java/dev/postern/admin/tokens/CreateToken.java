package dev.postern.admin.tokens;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.Actor;
import dev.postern.admin.access.Grant;
import dev.postern.admin.access.Rights;
import dev.postern.admin.access.Role;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a token that can do no more than whoever makes it. */
@Service
public class CreateToken {

    private final ApiTokens tokens;
    private final Domains domains;
    private final TokenSettings settings;
    private final Access access;
    private final AuditLog audit;
    private final InstantSource clock;

    CreateToken(
            ApiTokens tokens,
            Domains domains,
            TokenSettings settings,
            Access access,
            AuditLog audit,
            InstantSource clock) {
        this.tokens = tokens;
        this.domains = domains;
        this.settings = settings;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was made, with the text that is told this once. */
    public record Created(ApiToken token, TokenSecret secret) {}

    @Transactional
    public Outcome<Created> apply(NewToken wanted) {
        access.toHandOutTokens();
        var maker = access.actor();
        var own = maker.kind() == Actor.Kind.TOKEN ? tokens.find(maker.name()) : Optional.<ApiToken>empty();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var bounds = TokenBounds.of(maker, own, now.plus(settings.longestLife()));
        var token = token(wanted, maker, bounds, now);
        return bounds.refusal(token)
                .or(() -> domainsRefusal(wanted, token))
                .<Outcome<Created>>map(Outcome::refused)
                .orElseGet(() -> add(token));
    }

    private ApiToken token(NewToken wanted, Actor maker, TokenBounds bounds, Instant now) {
        var usualEnd = now.plus(settings.usualLife());
        return new ApiToken(
                wanted.name(),
                maker.operator(),
                new Rights(
                        wanted.role().orElse(maker.rights().role()),
                        wanted.domains().orElse(maker.rights().domains()),
                        Grant.whole(wanted.grants())),
                wanted.networks().isEmpty() ? bounds.networks() : wanted.networks(),
                now,
                maker.name(),
                wanted.expiresAt()
                        .map(end -> end.truncatedTo(ChronoUnit.MICROS))
                        .or(() -> Optional.of(usualEnd.isBefore(bounds.latest()) ? usualEnd : bounds.latest())),
                Optional.empty());
    }

    private Optional<Refusal> domainsRefusal(NewToken wanted, ApiToken token) {
        if (token.rights().role() != Role.DOMAIN_ADMINISTRATOR
                && wanted.domains().filter(given -> !given.isEmpty()).isPresent()) {
            return Optional.of(new Refusal.Unfit(
                    "domains", "Only a domain administrator is for some domains; leave them out, or take that role."));
        }
        return token.rights().domains().stream()
                .filter(domain -> domains.hold(domain).isEmpty())
                .findFirst()
                .map(CreateToken::unknown);
    }

    private static Refusal unknown(DomainName domain) {
        return new Refusal.Unfit("domains", "There is no domain %s here.".formatted(domain));
    }

    private Outcome<Created> add(ApiToken token) {
        var secret = TokenSecret.generate();
        if (!tokens.add(token, secret.digest())) {
            return Outcome.refused(new Refusal.Taken(
                    "name", "There is a token %s already; revoke it, or take another name.".formatted(token.name())));
        }
        audit.add(AuditEvent.ofPlatform(
                "token.created", token.name(), Optional.empty(), Optional.of(TokenSnapshot.of(token))));
        return Outcome.done(new Created(token, secret));
    }
}
