package dev.postern.dkim.keys;

import java.util.Locale;

/**
 * The name of two keys, RSA and Ed25519, that were made together. Each has a selector of its own, since a second record
 * under one selector would make both worthless (RFC 6376 §3.6.2.2): {@code 20260131-rsa}, {@code 20260131-ed25519}.
 */
public record PairName(String value) {

    private static final int LONGEST = 50;

    public PairName {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("a selector has at most %d characters here".formatted(LONGEST));
        }
        new Selector(value);
    }

    /**
     * Parses a name in any case.
     *
     * @throws IllegalArgumentException saying what a name may be
     */
    public static PairName parse(String text) {
        return new PairName(text.toLowerCase(Locale.ROOT));
    }

    /** Where the one of the two keys is published. */
    public Selector selectorOf(Algorithm algorithm) {
        return new Selector(value + "-" + algorithm.tag());
    }

    @Override
    public String toString() {
        return value;
    }
}
