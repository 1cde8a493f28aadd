package dev.postern.ingest.signature;

import dev.postern.common.mail.Sha256;

/** Whether a request is believed. */
public sealed interface Verdict {

    /**
     * It is what somebody with a key sent, for the first time, and in time.
     *
     * @param digest what the body must have
     */
    record Authentic(Sha256 digest) implements Verdict {}

    record Refused(SignatureFault fault) implements Verdict {}

    /** It is right, but there is no room to remember it, and without that it could be replayed. */
    record TooMany() implements Verdict {}
}
