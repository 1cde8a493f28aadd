package dev.postern.common.mail;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Between the two forms of an international domain label, after IDNA2008 (RFC 5891). The JDK's {@link java.net.IDN}
 * speaks IDNA2003: it would turn straße.de into strasse.de, which is another owner's domain.
 */
final class InternationalLabel {

    private static final String PREFIX = "xn--";

    private InternationalLabel() {}

    /**
     * @param label in NFC, with at least one character beyond ASCII
     * @param offset where the label begins in what the user wrote
     */
    static String toAscii(String label, int offset) {
        var lowerCase = lowerCase(label);
        LabelCharacters.require(lowerCase, offset);
        return PREFIX + Punycode.encode(lowerCase);
    }

    /**
     * The label to show. One that DNS has, but IDNA2008 would not permit (an emoji, a mix made to look like something
     * else), stays as it is.
     */
    static String toUnicode(String asciiLabel) {
        if (!asciiLabel.startsWith(PREFIX)) {
            return asciiLabel;
        }
        try {
            var label = Punycode.decode(asciiLabel.substring(PREFIX.length()));
            return isNormal(label) && toAscii(label, 0).equals(asciiLabel) ? label : asciiLabel;
        } catch (MalformedAddress _) {
            return asciiLabel;
        }
    }

    private static boolean isNormal(String label) {
        return Normalizer.isNormalized(label, Normalizer.Form.NFC)
                && lowerCase(label).equals(label)
                && label.chars().anyMatch(character -> character >= 0x80);
    }

    private static String lowerCase(String label) {
        return Normalizer.normalize(label.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
