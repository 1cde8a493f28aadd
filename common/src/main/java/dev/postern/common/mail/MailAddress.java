package dev.postern.common.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The local part and domain of a mailbox address, as in an SMTP envelope (RFC 5321 §4.1.2, RFC 6531 §3.3). */
public record MailAddress(LocalPart localPart, DomainName domain) {

    /** RFC 5321 §4.5.3.1.3 gives a path 256 octets, two of them the angle brackets. */
    static final int MAX_OCTETS = 254;

    public MailAddress {
        requireLength(envelopeForm(localPart, domain));
    }

    /**
     * Parses an envelope address without angle brackets.
     *
     * @param text at most 254 octets in UTF-8
     * @throws MalformedAddress naming the offending character and its position
     */
    public static MailAddress parse(String text) {
        requireLength(text);
        int at = endOfLocalPart(text);
        if (at < 0) {
            LocalPart.parse(text); // what is wrong further to the left is said first
            throw new MalformedAddress("an address needs an @ between local part and domain");
        }
        return new MailAddress(LocalPart.parse(text.substring(0, at)), DomainName.parse(text, at + 1));
    }

    /** The same mailbox with its local part in the lower-case form that accounts are stored and found by. */
    public MailAddress normalized() {
        var folded = localPart.normalized();
        return octets(envelopeForm(folded, domain)) <= MAX_OCTETS ? new MailAddress(folded, domain) : this;
    }

    /** The envelope form: quoted only where needed, the domain as A-labels. */
    @Override
    public String toString() {
        return envelopeForm(localPart, domain);
    }

    private static String envelopeForm(LocalPart localPart, DomainName domain) {
        return localPart + "@" + domain;
    }

    /** The position of the {@code @}, which inside quotes is a character like any other; -1 if there is none. */
    private static int endOfLocalPart(String text) {
        return text.startsWith("\"") ? text.indexOf('@', closingQuote(text)) : text.indexOf('@');
    }

    private static int closingQuote(String text) {
        int index = 1;
        while (index < text.length() && text.charAt(index) != '"') {
            index += text.charAt(index) == '\\' ? 2 : 1;
        }
        return index;
    }

    private static void requireLength(String text) {
        var octets = octets(text);
        if (octets > MAX_OCTETS) {
            throw new MalformedAddress(
                    "the address has %d octets, at most %d are allowed".formatted(octets, MAX_OCTETS));
        }
    }

    private static int octets(String text) {
        return text.getBytes(UTF_8).length;
    }
}
