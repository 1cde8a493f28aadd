package dev.postern.admin.tokens;

import dev.postern.common.mail.Sha256;
import java.util.Optional;

/** The bearer tokens that open the API, known by their digests alone. */
interface ApiTokens {

    /** The name of the token with this digest. */
    Optional<String> nameOf(Sha256 digest);

    /** Makes the token of this name the one with this digest. */
    void save(String name, Sha256 digest);
}
