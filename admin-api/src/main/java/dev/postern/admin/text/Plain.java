package dev.postern.admin.text;

/** Text that a table can keep and a line of a page or a header can show. */
final class Plain {

    private Plain() {}

    static void requireLength(String text, int most, String what) {
        var length = text.codePointCount(0, text.length());
        if (length > most) {
            throw new IllegalArgumentException(
                    "%s has at most %d characters, this one has %d.".formatted(what, most, length));
        }
    }

    /** Nor what turns the direction of the text around it, so that it reads as something else. */
    static void requireNoControl(String text, String what) {
        text.codePoints().filter(Plain::misleads).findFirst().ifPresent(character -> {
            throw new IllegalArgumentException(
                    "%s cannot have the invisible character U+%04X; leave it out.".formatted(what, character));
        });
    }

    private static boolean misleads(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        };
    }
}
