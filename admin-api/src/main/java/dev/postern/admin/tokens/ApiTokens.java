package dev.postern.admin.tokens;

import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.common.mail.Sha256;
import java.time.Instant;
import java.util.Optional;

/** The bearer tokens that open the API, known by their digests alone. */
interface ApiTokens {

    Optional<ApiToken> find(String name);

    Optional<ApiToken> find(Sha256 digest);

    /** In the order of their names; those of one operator, or all. */
    Page<ApiToken> list(Optional<String> operator, PageRequest request);

    /**
     * Adds a token.
     *
     * @return false if its name is in use
     */
    boolean add(ApiToken token, Sha256 digest);

    /** Makes the token of this name one without bounds, with this digest. */
    void saveFirst(String name, Sha256 digest);

    /**
     * Removes a token.
     *
     * @return false if there is none
     */
    boolean remove(String name);

    /** Remembers where it was used, unless it was remembered since a moment. */
    void remember(String name, ApiToken.Use use, Instant since);
}
