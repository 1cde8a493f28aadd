package dev.postern.admin.domains;

import java.util.regex.Pattern;

/** The name of a relay, which is also the name of its file in the platform's directory {@code relays}. */
public record RelayName(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");

    /** For every domain that has no other. */
    public static final RelayName MAIN = new RelayName("main");

    public RelayName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no name of a relay: 1 to 31 small letters, digits and hyphens".formatted(value));
        }
    }
}
