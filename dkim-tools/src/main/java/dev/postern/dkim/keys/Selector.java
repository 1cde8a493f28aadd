package dev.postern.dkim.keys;

import java.util.regex.Pattern;

/**
 * One label of DNS under which a key is published (RFC 6376 §3.1), in lower case.
 *
 * @param value letters, digits and inner hyphens; it also names a file
 */
public record Selector(String value) {

    private static final int LONGEST = 63;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");

    public Selector {
        if (value.length() > LONGEST || !LABEL.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a selector has 1 to %d lower-case letters, digits and inner hyphens".formatted(LONGEST));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
