package dev.postern.admin.listing;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is searched for: words that have to be there in this order, whatever stands between them, and whatever their case.
 *
 * @param text in lower case, one blank between the words
 */
public record SearchText(String text) {

    public static final int MOST = 100;

    /** For {@code like :pattern escape '!'}. */
    private static final String ESCAPED = "([!%_])";

    public SearchText {
        text = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip().toLowerCase(Locale.ROOT);
        if (text.length() > MOST) {
            throw new IllegalArgumentException("Search for at most %d characters.".formatted(MOST));
        }
    }

    /** Whether everything is found. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** For {@code like … escape '!'}, on what is in lower case. */
    public String pattern() {
        return Arrays.stream(text.split(" ", -1))
                .map(word -> word.replaceAll(ESCAPED, "!$1"))
                .collect(Collectors.joining("%", "%", "%"));
    }

    /** The same for what begins so. */
    public String beginning() {
        return pattern().substring(1);
    }
}
