package dev.postern.common.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What stands before the {@code @}, without the quotes and backslashes it may be written with: {@code "a b"} and
 * {@code a b} name the same mailbox (RFC 5321 §4.1.2, RFC 6531 §3.3).
 *
 * @param value 1 to 64 octets in UTF-8, free of control characters
 */
public record LocalPart(String value) {

    static final int MAX_OCTETS = 64;

    private static final String ATOM_PUNCTUATION = "!#$%&'*+-/=?^_`{|}~";

    public LocalPart {
        if (value.isEmpty()) {
            throw new MalformedAddress("the local part before the @ is empty");
        }
        requireCarriable(value);
        var octets = value.getBytes(UTF_8).length;
        if (octets > MAX_OCTETS) {
            throw new MalformedAddress(
                    "the local part has %d octets, at most %d are allowed".formatted(octets, MAX_OCTETS));
        }
    }

    /**
     * Parses the form used in an envelope, a dot-string or a quoted string.
     *
     * @throws MalformedAddress naming the offending character and its position
     */
    public static LocalPart parse(String text) {
        return text.startsWith("\"") ? parseQuoted(text) : parseDotString(text);
    }

    public boolean isAscii() {
        return value.chars().allMatch(character -> character < 0x80);
    }

    /** The form to look a mailbox up by: composed and lower-case, since nobody gives two people Ann@ and ann@. */
    LocalPart normalized() {
        var folded = Normalizer.normalize(value.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        // A few letters take more octets in lower case. No mailbox can have such a name, so it may stay as it is.
        return folded.getBytes(UTF_8).length <= MAX_OCTETS ? new LocalPart(folded) : this;
    }

    /** The envelope form, quoted only where it must be. */
    @Override
    public String toString() {
        return isDotString(value) ? value : quoted();
    }

    private String quoted() {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static LocalPart parseDotString(String text) {
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            var character = text.codePointAt(index);
            if (character == '.') {
                requireAtomsAround(text, index);
            } else if (!isAtomCharacter(character)) {
                throw MalformedAddress.at(character, index, "may stand in a local part only inside quotes");
            }
        }
        return new LocalPart(text);
    }

    private static void requireAtomsAround(String text, int dot) {
        if (dot == 0 || dot == text.length() - 1 || text.charAt(dot - 1) == '.') {
            throw MalformedAddress.at('.', dot, "must stand between two other characters of the local part");
        }
    }

    private static LocalPart parseQuoted(String text) {
        var content = new StringBuilder();
        int index = 1;
        while (index < text.length() && text.charAt(index) != '"') {
            if (text.charAt(index) == '\\') {
                index++;
                requireQuotable(text, index);
            }
            if (index < text.length()) {
                content.append(text.charAt(index++));
            }
        }
        if (index != text.length() - 1) {
            throw index >= text.length()
                    ? new MalformedAddress("the quote that opens the local part is not closed")
                    : MalformedAddress.at(text, index + 1, "follows the closing quote of the local part");
        }
        return new LocalPart(content.toString());
    }

    /** RFC 5321's {@code quoted-pairSMTP}: printable ASCII alone follows a backslash. */
    private static void requireQuotable(String text, int index) {
        if (index < text.length() && (text.charAt(index) < ' ' || text.charAt(index) > '~')) {
            throw MalformedAddress.at(text, index, "may not follow a backslash");
        }
    }

    private static boolean isDotString(String text) {
        return !text.startsWith(".")
                && !text.endsWith(".")
                && !text.contains("..")
                && text.codePoints().allMatch(character -> character == '.' || isAtomCharacter(character));
    }

    private static boolean isAtomCharacter(int character) {
        return character >= 0x80
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || ATOM_PUNCTUATION.indexOf(character) >= 0;
    }

    private static void requireCarriable(String text) {
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            var character = text.codePointAt(index);
            switch (Character.getType(character)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    throw MalformedAddress.at(character, index, "is a control character");
                case Character.SURROGATE ->
                    throw MalformedAddress.at(character, index, "is half a character: the text was not UTF-8");
                default -> {}
            }
        }
    }
}
