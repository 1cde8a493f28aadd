package dev.postern.admin.migration.export;

import dev.postern.admin.migration.export.Remark.Code;
import dev.postern.admin.text.DisplayName;
import dev.postern.admin.text.Note;
import java.util.function.Function;

/** What people wrote on another mail server. What is too long, or has what it cannot have here, is shortened and told of. */
final class Texts {

    private static final char LAST_ASCII = '~';

    private Texts() {}

    static Note note(Collected collected, Place place, String subject, String text) {
        return fitting(collected, place, subject, text, Note::new, Note.MAX_LENGTH);
    }

    static DisplayName name(Collected collected, Place place, String subject, String text) {
        return fitting(collected, place, subject, text, DisplayName::new, DisplayName.MAX_LENGTH);
    }

    private static <T> T fitting(
            Collected collected, Place place, String subject, String text, Function<String, T> type, int longest) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException unfit) {
            collected.remark(place, subject, Code.TEXT_SHORTENED);
            return type.apply(plain(text, longest));
        }
    }

    private static String plain(String text, int longest) {
        return text.codePoints()
                .filter(Texts::isPlain)
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPlain(int character) {
        return Character.isLetterOrDigit(character) || (character >= ' ' && character <= LAST_ASCII);
    }
}
