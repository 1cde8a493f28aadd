package dev.postern.common.mail;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.UnicodeSet;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Between the two forms of an international domain name: UTS #46 as ICU has it, held to the characters of IDNA2008. The
 * JDK's {@link java.net.IDN} speaks IDNA2003: it would turn straße.de into strasse.de, which is another owner's domain.
 *
 * <p>Its tables take a moment to load, so this class is for names that do have an international label.
 */
final class InternationalName {

    private static final IDNA IDNA_WITHOUT_TRANSITION = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO);

    /**
     * What RFC 5892 permits in a label, and capitals. UTS #46 alone would also take symbols, and silently replace
     * ligatures, full-width letters and dots that only look like one. Line by line: letters, marks and digits with one
     * spelling only; capitals; less old Hangul, less marks for symbols and music, less the exceptions of §2.6; plus
     * its other exceptions; plus what ICU checks in context.
     */
    private static final UnicodeSet PERMITTED = new UnicodeSet("""
            [[[:Ll:][:Lm:][:Lo:][:Mn:][:Mc:][:Nd:]] - [:Changes_When_NFKC_Casefolded:]
             [[:Lu:] & [:NFKC_Quick_Check=Yes:]]
             - [[:Hangul_Syllable_Type=L:] [:Hangul_Syllable_Type=V:] [:Hangul_Syllable_Type=T:]]
             - [[:Block=Combining_Diacritical_Marks_For_Symbols:]]
             - [[:Block=Musical_Symbols:] [:Block=Ancient_Greek_Musical_Notation:]]
             - [\\u0640 \\u07FA \\u302E \\u302F \\u3031-\\u3035 \\u303B]
             [\\- \\u00DF \\u03C2 \\u06FD \\u06FE \\u0F0B \\u3007]
             [\\u00B7 \\u0375 \\u05F3 \\u05F4 \\u200C \\u200D \\u30FB]]
            """).freeze();

    private InternationalName() {}

    /**
     * @param label in NFC, with at least one character beyond ASCII
     * @param offset where the label begins in what the user wrote
     */
    static String labelToAscii(String label, int offset) {
        int allowed = PERMITTED.span(label, UnicodeSet.SpanCondition.SIMPLE);
        if (allowed < label.length()) {
            throw MalformedAddress.at(label, allowed, offset, "is not allowed in a domain");
        }
        // An A-label is longer than what it stands for, and ICU reads no text of any length.
        requireLength(label.codePointCount(0, label.length()), offset);
        var ascii = new StringBuilder();
        var info = new IDNA.Info();
        IDNA_WITHOUT_TRANSITION.labelToASCII(label, ascii, info);
        if (info.getErrors().contains(IDNA.Error.LABEL_TOO_LONG)) {
            requireLength(ascii.length(), offset);
        }
        info.getErrors().stream().findFirst().ifPresent(error -> {
            throw new MalformedAddress("the domain label at position %d %s".formatted(offset + 1, describe(error)));
        });
        return ascii.toString();
    }

    /**
     * Beside a label written from right to left, one that is fine by itself may be shown in the wrong place (RFC 5893).
     *
     * @param ascii within the length limits of DNS
     */
    static boolean mixesDirections(String ascii) {
        var info = new IDNA.Info();
        IDNA_WITHOUT_TRANSITION.nameToUnicode(ascii, new StringBuilder(), info);
        return info.getErrors().contains(IDNA.Error.BIDI);
    }

    /**
     * The name to show. A label that DNS has, but IDNA2008 would not permit (an emoji, a mix made to look like something
     * else), stays as it is.
     */
    static String toUnicode(String ascii) {
        if (mixesDirections(ascii)) {
            return ascii;
        }
        return Arrays.stream(ascii.split("\\."))
                .map(InternationalName::labelToUnicode)
                .collect(Collectors.joining("."));
    }

    private static String labelToUnicode(String label) {
        if (!label.startsWith(DomainName.A_LABEL_PREFIX)) {
            return label;
        }
        var unicode = new StringBuilder();
        var info = new IDNA.Info();
        IDNA_WITHOUT_TRANSITION.labelToUnicode(label, unicode, info);
        return info.hasErrors() || !PERMITTED.containsAll(unicode.toString()) ? label : unicode.toString();
    }

    private static void requireLength(int length, int offset) {
        if (length > DomainName.MAX_LABEL_LENGTH) {
            throw DomainName.labelTooLong(length, offset);
        }
    }

    private static String describe(IDNA.Error error) {
        return switch (error) {
            case LEADING_HYPHEN, TRAILING_HYPHEN -> "begins or ends with a hyphen";
            case HYPHEN_3_4 -> "has hyphens in third and fourth place";
            case LEADING_COMBINING_MARK -> "begins with a combining mark";
            case BIDI -> "mixes writing directions";
            case CONTEXTJ -> "has an invisible joiner where it joins nothing";
            case CONTEXTO_PUNCTUATION -> "has a punctuation mark outside the script it belongs to";
            case CONTEXTO_DIGITS -> "mixes two sets of Arabic digits";
            case PUNYCODE, INVALID_ACE_LABEL -> "begins with xn-- but is no A-label";
            default -> "is not permitted by IDNA2008";
        };
    }
}
