package dev.postern.common.mail;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Which characters an international label may have: RFC 5892, derived from the Unicode tables of the JDK, and the rule
 * for writing from right to left, RFC 5893. Stricter in one point: a joiner is taken only after a virama.
 */
final class LabelCharacters {

    private static final Set<Integer> ALWAYS_ALLOWED = Set.of(0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007);

    /** Letters and marks by category, but disallowed by name: RFC 5892 §2.6, or ignorable when shown. */
    private static final Set<Integer> NEVER_ALLOWED = Set.of(
            0x640, 0x7FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B, 0x34F, 0x17B4, 0x17B5, 0x180B,
            0x180C, 0x180D, 0x180F);

    private static final Set<Integer> VIRAMAS =
            Set.of(0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD4D, 0xDCA, 0xE3A, 0xF84, 0x1039, 0x17D2);

    private LabelCharacters() {}

    static void require(String label, int offset) {
        if (label.startsWith("--", 2)) {
            throw new MalformedAddress(
                    "the domain label at position %d has hyphens in third and fourth place".formatted(offset + 1));
        }
        for (int index = 0; index < label.length(); index += Character.charCount(label.codePointAt(index))) {
            if (!isAllowedAt(label, index)) {
                throw MalformedAddress.at(label, index, offset, "is not allowed in a domain");
            }
        }
        requireOneDirection(label, offset);
    }

    private static boolean isAllowedAt(String label, int index) {
        var character = label.codePointAt(index);
        if (character < 0x80) {
            return character == '-' || Character.isLowerCase(character) || Character.isDigit(character);
        }
        if (index == 0 && isMark(character)) {
            return false;
        }
        return switch (character) {
            case 0xB7 -> isBetween(label, index, 'l', 'l');
            case 0x375 -> scriptAfter(label, index) == Character.UnicodeScript.GREEK;
            case 0x5F3, 0x5F4 -> scriptBefore(label, index) == Character.UnicodeScript.HEBREW;
            case 0x200C, 0x200D -> index > 0 && VIRAMAS.contains(label.codePointBefore(index));
            case 0x30FB -> label.codePoints().anyMatch(LabelCharacters::isJapanese);
            default -> isAllowedAnywhere(character) && !mixesArabicDigits(label, character);
        };
    }

    private static boolean isAllowedAnywhere(int character) {
        if (ALWAYS_ALLOWED.contains(character)) {
            return true;
        }
        return isLetterOrDigit(character)
                && !NEVER_ALLOWED.contains(character)
                && !isInDisallowedBlock(character)
                && isStable(character);
    }

    private static boolean isLetterOrDigit(int character) {
        return switch (Character.getType(character)) {
            case Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Old Hangul jamo, marks for symbols, musical signs, variation selectors. */
    private static boolean isInDisallowedBlock(int character) {
        return isIn(character, 0x1100, 0x11FF)
                || isIn(character, 0xA960, 0xA97C)
                || isIn(character, 0xD7B0, 0xD7FB)
                || isIn(character, 0x20D0, 0x20FF)
                || isIn(character, 0x1D100, 0x1D24F)
                || isIn(character, 0xFE00, 0xFE0F)
                || isIn(character, 0xE0100, 0xE01EF);
    }

    private static boolean isIn(int character, int first, int last) {
        return character >= first && character <= last;
    }

    /** A character that folds into another one would give one name two spellings (RFC 5892 §2.2). */
    private static boolean isStable(int character) {
        var written = Character.toString(character);
        return compose(caseFold(compose(written))).equals(written);
    }

    private static String caseFold(String text) {
        // The dotless ı is a letter of its own, though its upper case is the plain I.
        return text.equals("ı") ? text : text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static boolean isBetween(String label, int index, int before, int after) {
        return index > 0
                && index + 1 < label.length()
                && label.codePointBefore(index) == before
                && label.codePointAt(index + 1) == after;
    }

    private static Character.UnicodeScript scriptBefore(String label, int index) {
        return index == 0 ? Character.UnicodeScript.UNKNOWN : Character.UnicodeScript.of(label.codePointBefore(index));
    }

    private static Character.UnicodeScript scriptAfter(String label, int index) {
        return index + 1 == label.length()
                ? Character.UnicodeScript.UNKNOWN
                : Character.UnicodeScript.of(label.codePointAt(index + 1));
    }

    private static boolean isJapanese(int character) {
        return switch (Character.UnicodeScript.of(character)) {
            case HIRAGANA, KATAKANA, HAN -> true;
            default -> false;
        };
    }

    /** The two sets of Arabic digits look alike and so may not stand side by side. */
    private static boolean mixesArabicDigits(String label, int character) {
        if (isIn(character, 0x660, 0x669)) {
            return label.codePoints().anyMatch(other -> isIn(other, 0x6F0, 0x6F9));
        }
        return isIn(character, 0x6F0, 0x6F9) && label.codePoints().anyMatch(other -> isIn(other, 0x660, 0x669));
    }

    private static void requireOneDirection(String label, int offset) {
        if (label.codePoints().noneMatch(LabelCharacters::isRightToLeft)) {
            return;
        }
        var last = label.codePoints().filter(character -> !isMark(character)).reduce(0, (_, next) -> next);
        var ends = isRightToLeft(last) || Character.isDigit(last);
        var mixes = label.codePoints()
                .anyMatch(it -> Character.getDirectionality(it) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
        var digits = label.codePoints()
                .filter(Character::isDigit)
                .mapToObj(Character::getDirectionality)
                .distinct()
                .count();
        if (!isRightToLeft(label.codePointAt(0)) || !ends || mixes || digits > 1) {
            throw new MalformedAddress(
                    "the domain label at position %d mixes writing directions".formatted(offset + 1));
        }
    }

    private static boolean isRightToLeft(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }
}
