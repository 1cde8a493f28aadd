package dev.postern.ingest.signature;

import java.util.Locale;

/** Why a request is not believed, and what its sender can do. */
public enum SignatureFault {
    MISSING("The request is not signed.", "Send Signature-Input and Signature with the label \"postern\" (RFC 9421)."),
    MALFORMED(
            "The signature headers cannot be read.",
            "Send Signature-Input as a dictionary of inner lists, and Signature as a dictionary of byte sequences."),
    COMPONENTS(
            "The signature does not cover what it must.",
            "Sign \"@method\", \"@path\", \"content-digest\", \"postern-mail-from\", \"postern-rcpt-to\" and"
                    + " \"postern-trace-id\", each once, without parameters, and send them all."),
    PARAMETERS(
            "A parameter of the signature is missing or of the wrong kind.",
            "Send created (seconds), nonce (8 to 128 characters), keyid, and alg=\"hmac-sha256\"."),
    UNKNOWN_KEY("The key is not known.", "Sign with a key of the file ingest_keys."),
    MISMATCH(
            "The signature is not right.",
            "Check that both sides have the same key, and that nothing changes headers on the way."),
    EXPIRED("The signature is too old.", "Sign anew, and check the clocks."),
    NOT_YET_VALID("The signature is from the future.", "Check the clocks."),
    REPLAYED("This signature has been used before.", "Sign every request anew, with a nonce of its own."),
    DIGEST_MALFORMED("Content-Digest has no SHA-256 digest.", "Send Content-Digest: sha-256=:…: (RFC 9530)."),
    DIGEST_MISMATCH("The body is not the one that was signed.", "Send the bytes that the digest was made of.");

    private final String problem;
    private final String advice;

    SignatureFault(String problem, String advice) {
        this.problem = problem;
        this.advice = advice;
    }

    /** For people. */
    public String text() {
        return problem + " " + advice;
    }

    /** For metrics. */
    public String tag() {
        return "signature_" + name().toLowerCase(Locale.ROOT);
    }
}
