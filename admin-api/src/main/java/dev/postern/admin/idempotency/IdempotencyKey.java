package dev.postern.admin.idempotency;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.postern.common.mail.Sha256;
import java.util.regex.Pattern;

/** What a caller names a request with (draft-ietf-httpapi-idempotency-key-header). */
record IdempotencyKey(String text) {

    static final String HEADER = "Idempotency-Key";

    /** An sf-string (RFC 9651 §3.3.3) without escapes, or the same without its quotes, as many programs send it. */
    private static final Pattern SHAPE =
            Pattern.compile("\"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})\"|([\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})");

    /**
     * Parses the header.
     *
     * @throws IllegalArgumentException saying what would be right
     */
    static IdempotencyKey parse(String header) {
        var shape = SHAPE.matcher(header.strip());
        if (!shape.matches()) {
            throw new IllegalArgumentException(
                    "A key has 1 to 255 printable ASCII characters in double quotes; a new UUID for each request is best.");
        }
        return new IdempotencyKey(shape.group(1) == null ? shape.group(2) : shape.group(1));
    }

    Sha256 digest() {
        return Sha256.of(text.getBytes(US_ASCII));
    }
}
