package dev.postern.common.mail;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A domain name as DNS knows it: lower case, international labels as A-labels ({@code xn--…}, RFC 5890).
 *
 * <p>An underscore is let through although it stands in no host name: DNS carries it, and there are senders who use it.
 *
 * @param ascii at most 253 characters, labels of 1 to 63, without a dot at the end
 */
public record DomainName(String ascii) {

    static final int MAX_LENGTH = 253;
    static final int MAX_LABEL_LENGTH = 63;
    static final String A_LABEL_PREFIX = "xn--";

    public DomainName {
        var canonical = canonical(ascii, 0);
        if (!canonical.equals(ascii)) {
            throw new MalformedAddress("a domain name is kept in lower case and as A-labels, here: " + canonical);
        }
    }

    /**
     * Parses a domain name in either form, {@code bücher.example} or {@code xn--bcher-kva.example}, in any case.
     *
     * @throws MalformedAddress naming the offending character and its position
     */
    public static DomainName parse(String text) {
        return parse(text, 0);
    }

    /** Parses what follows {@code start}, so that an error can name the position in the whole text. */
    static DomainName parse(String text, int start) {
        return new DomainName(canonical(text.substring(start), start));
    }

    /** The form to show to people: U-labels where the A-labels stand for valid ones. */
    public String unicode() {
        return ascii.contains(A_LABEL_PREFIX) ? InternationalName.toUnicode(ascii) : ascii;
    }

    @Override
    public String toString() {
        return ascii;
    }

    private static String canonical(String text, int offset) {
        if (text.isEmpty()) {
            throw new MalformedAddress("the domain is empty");
        }
        if (text.startsWith("[")) {
            throw new MalformedAddress("an address literal like [192.0.2.1] is not accepted, a domain name is needed");
        }
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var canonical = new StringBuilder();
        for (int start = 0; start <= composed.length(); ) {
            int dot = composed.indexOf('.', start);
            int end = dot < 0 ? composed.length() : dot;
            canonical.append(start == 0 ? "" : ".").append(label(composed.substring(start, end), offset + start));
            start = end + 1;
        }
        requireLength(canonical);
        requireNoNumber(canonical);
        if (!isAscii(composed) && InternationalName.mixesDirections(canonical.toString())) {
            throw new MalformedAddress("the domain mixes writing directions from label to label");
        }
        return canonical.toString();
    }

    private static String label(String label, int offset) {
        if (label.isEmpty()) {
            throw new MalformedAddress("the domain has an empty label at position " + (offset + 1));
        }
        var ascii = isAscii(label) ? label.toLowerCase(Locale.ROOT) : InternationalName.labelToAscii(label, offset);
        for (int index = 0; index < ascii.length(); index++) {
            if (!isLabelCharacter(ascii.charAt(index))) {
                throw MalformedAddress.at(ascii, index, offset, "is not allowed in a domain");
            }
        }
        if (ascii.startsWith("-") || ascii.endsWith("-")) {
            throw new MalformedAddress(
                    "the domain label at position %d begins or ends with a hyphen".formatted(offset + 1));
        }
        if (ascii.length() > MAX_LABEL_LENGTH) {
            throw labelTooLong(ascii.length(), offset);
        }
        return ascii;
    }

    static MalformedAddress labelTooLong(int length, int offset) {
        return new MalformedAddress("the domain label at position %d has %d characters, at most %d are allowed"
                .formatted(offset + 1, length, MAX_LABEL_LENGTH));
    }

    private static void requireLength(CharSequence ascii) {
        if (ascii.length() > MAX_LENGTH) {
            throw new MalformedAddress(
                    "the domain has %d characters, at most %d are allowed".formatted(ascii.length(), MAX_LENGTH));
        }
    }

    /** A name that ends in a number would be taken for an IP address. */
    private static void requireNoNumber(CharSequence ascii) {
        var name = ascii.toString();
        if (name.substring(name.lastIndexOf('.') + 1).chars().allMatch(Character::isDigit)) {
            throw new MalformedAddress("the domain ends in a number, like an IP address; a domain name is needed");
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    private static boolean isLabelCharacter(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= '0' && character <= '9')
                || character == '-'
                || character == '_';
    }
}
