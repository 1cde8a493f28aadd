package dev.postern.admin.tokens;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.Role;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Shows everybody the tokens that are his business: owners and auditors all, a domain administrator his own. */
@Service
public class ReadTokens {

    private final ApiTokens tokens;
    private final Access access;

    ReadTokens(ApiTokens tokens, Access access) {
        this.tokens = tokens;
        this.access = access;
    }

    /** Empty also for one that is not his business. */
    public Optional<ApiToken> find(String name) {
        return tokens.find(name).filter(token -> seesAll() || isOwn(token));
    }

    /** By name. */
    public Page<ApiToken> list(PageRequest request) {
        if (seesAll()) {
            return tokens.list(Optional.empty(), request);
        }
        return self().isEmpty() ? Page.of(request, List.of(), 0) : tokens.list(self(), request);
    }

    /** A token of the platform's own is nobody's, not even for another of that kind. */
    private boolean isOwn(ApiToken token) {
        return token.operator().isPresent() && token.operator().equals(self());
    }

    private Optional<String> self() {
        return access.actor().operator();
    }

    private boolean seesAll() {
        return access.actor().rights().role() != Role.DOMAIN_ADMINISTRATOR;
    }
}
