package dev.postern.ingest.delivery;

import dev.postern.ingest.signature.SignedRequest;
import java.io.InputStream;
import java.util.OptionalLong;

/** A request as it comes from the edge, its body not yet read. */
interface IncomingRequest extends SignedRequest {

    InputStream body();

    /** Of the body, if the client said. */
    OptionalLong length();

    /** Whether the client sends its body only when it is asked to: then a refusal needs none of it. */
    boolean waitsForContinue();
}
