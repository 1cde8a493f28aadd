package dev.postern.admin.operators;

import java.util.Locale;
import java.util.regex.Pattern;

/** An operator's user name. It has no {@code @}, by which it is told from the address of a mailbox. */
public record Username(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?");

    /**
     * Takes it as it is.
     *
     * @throws IllegalArgumentException saying what would be right
     */
    public Username {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "A user name has 1 to 64 letters a to z, digits, and between them dots, hyphens and underscores.");
        }
    }

    /** Parses it in any case. */
    public static Username parse(String text) {
        return new Username(text.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return text;
    }
}
