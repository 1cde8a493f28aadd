package dev.postern.common.mail;

/** A text that is no mail address or no domain name; the message says which character, where, and why. */
public final class MalformedAddress extends IllegalArgumentException {

    MalformedAddress(String reason) {
        super(reason);
    }

    /** @param index of the offending character in {@code text}, counted from 0; people are told from 1 */
    static MalformedAddress at(String text, int index, String reason) {
        return at(text, index, 0, reason);
    }

    /** @param offset where {@code text} begins in what the caller was given */
    static MalformedAddress at(String text, int index, int offset, String reason) {
        return at(text.codePointAt(index), offset + index, reason);
    }

    static MalformedAddress at(int codePoint, int index, String reason) {
        return new MalformedAddress("%s at position %d %s".formatted(describe(codePoint), index + 1, reason));
    }

    /** By number and name, never the raw character: it may be a line feed on its way into a log. */
    private static String describe(int codePoint) {
        var name = Character.getName(codePoint);
        return name == null ? "U+%04X".formatted(codePoint) : "U+%04X (%s)".formatted(codePoint, name);
    }
}
