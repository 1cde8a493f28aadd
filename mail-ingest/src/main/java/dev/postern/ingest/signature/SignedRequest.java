package dev.postern.ingest.signature;

import java.util.Optional;

/** What of a request can be signed. */
public interface SignedRequest {

    String method();

    /** As it was sent, without the query. */
    String path();

    /** The host, in lower case. */
    String authority();

    /**
     * The value of a header field; of one that was sent more than once, all of them, comma-separated (RFC 9421 §2.1).
     *
     * @param name in lower case
     */
    Optional<String> field(String name);
}
