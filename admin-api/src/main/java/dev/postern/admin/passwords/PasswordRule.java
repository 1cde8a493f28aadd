package dev.postern.admin.passwords;

import java.util.Locale;
import java.util.Optional;

/**
 * What a password has to be. Length is what counts, so nobody is asked for a digit or a bracket; what is refused is what
 * is guessed first.
 */
public final class PasswordRule {

    public static final int MIN_LENGTH = 12;
    public static final int MAX_LENGTH = 128;
    static final int MIN_DISTINCT = 5;

    /** A shorter name is in many a password by chance. */
    private static final int SHORTEST_TELLING_NAME = 3;

    private PasswordRule() {}

    /**
     * Judges a password.
     *
     * @param owner the address or user name that the password is for
     * @return what to do better, if the password is not good enough
     */
    public static Optional<String> complaint(Password password, String owner) {
        var text = password.text();
        var length = text.codePointCount(0, text.length());
        if (length < MIN_LENGTH) {
            return Optional.of("The password has %d characters; use at least %d, a few words for example."
                    .formatted(length, MIN_LENGTH));
        }
        if (length > MAX_LENGTH) {
            return Optional.of("The password has %d characters; use at most %d.".formatted(length, MAX_LENGTH));
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("The password has a control character, which mail programs cannot send; leave it out.");
        }
        if (text.codePoints().distinct().count() < MIN_DISTINCT) {
            return Optional.of(
                    "The password repeats itself; use at least %d different characters.".formatted(MIN_DISTINCT));
        }
        if (contains(text, nameOf(owner))) {
            return Optional.of(
                    "The password contains '%s', which is guessed first; leave it out.".formatted(nameOf(owner)));
        }
        return Optional.empty();
    }

    private static String nameOf(String owner) {
        var at = owner.indexOf('@');
        return at < 0 ? owner : owner.substring(0, at);
    }

    private static boolean contains(String text, String name) {
        return name.length() >= SHORTEST_TELLING_NAME
                && text.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
    }
}
