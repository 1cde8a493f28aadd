package dev.postern.admin.pages.tokens;

import dev.postern.admin.access.Grant;
import dev.postern.admin.access.Role;
import dev.postern.admin.networks.Network;
import dev.postern.admin.pages.Days;
import dev.postern.admin.pages.Lines;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.tokens.ApiToken;
import dev.postern.admin.tokens.NewToken;
import dev.postern.common.mail.DomainName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about a token.
 *
 * @param role empty = that of whoever makes it
 * @param domains one a line; empty = those of whoever makes it
 * @param networks one a line; empty = everywhere
 * @param expiresAt the last day, by UTC, on which it is good; empty = after the usual time
 */
record NewTokenForm(
        @Nullable String name,
        @Nullable String role,
        @Nullable String domains,
        @Nullable List<String> scopes,
        @Nullable String networks,
        @Nullable String expiresAt) {

    static final NewTokenForm EMPTY = new NewTokenForm("", "", "", List.of(), "", "");

    /** Public, for the page asks it. */
    public List<String> chosen() {
        return scopes == null ? List.of() : scopes;
    }

    /** Empty if something cannot be understood. */
    Optional<NewToken> read(Submission submission) {
        var called = submission.required("name", text -> ApiToken.name(text.strip()));
        var wantedRole = submission.optional("role", Role::parse);
        var wantedDomains = submission.optional(
                "domains",
                text -> Lines.parse(text).stream().map(DomainName::parse).collect(Collectors.toSet()));
        var wantedNetworks = submission
                .optional(
                        "networks",
                        text -> Lines.parse(text).stream().map(Network::parse).collect(Collectors.toSet()))
                .orElseGet(Set::of);
        var end = submission.optional("expiresAt", Days::endOf);
        return submission
                .together("scopes", this::grants)
                .flatMap(grants -> called.map(known ->
                        new NewToken(known, wantedRole, wantedDomains.map(Set::copyOf), grants, wantedNetworks, end)));
    }

    private Set<Grant> grants() {
        if (chosen().isEmpty()) {
            throw new IllegalArgumentException("A token without a scope opens nothing; name at least one.");
        }
        return chosen().stream().map(Grant::parse).collect(Collectors.toSet());
    }
}
