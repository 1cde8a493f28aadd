package dev.postern.admin.web;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The version that a change was thought out with, from the header {@code If-Match} (RFC 9110 §13.1.1). A handler that
 * takes one as its parameter honours the header.
 *
 * @param version empty if any will do
 */
public record IfMatch(Optional<Long> version) {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    /** No version has it: what a weak tag, or one of somebody else, never matches. */
    private static final long NONE = 0;

    /**
     * Parses the header.
     *
     * @throws IllegalArgumentException saying what would be right
     */
    static IfMatch parse(String header) {
        var text = header.strip();
        if (text.equals("*")) {
            return new IfMatch(Optional.empty());
        }
        if (!TAG.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "If-Match is one ETag in double quotes, as an answer gave it, or * for any version.");
        }
        var strong = STRONG.matcher(text);
        return new IfMatch(Optional.of(strong.matches() ? Long.parseLong(strong.group(1)) : NONE));
    }
}
