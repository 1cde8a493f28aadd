package dev.postern.admin.migration.export;

import java.util.Locale;

/** A piece of a dump, as MySQL and MariaDB write them. */
sealed interface SqlToken {

    /** A keyword, a plain name or a number. */
    record Word(String text) implements SqlToken {

        boolean is(String keyword) {
            return text.equalsIgnoreCase(keyword);
        }

        String keyword() {
            return text.toUpperCase(Locale.ROOT);
        }
    }

    /** A name in backticks. */
    record Name(String text) implements SqlToken {}

    /** What stands between quotes, without the escapes. */
    record Literal(String text) implements SqlToken {}

    /** Any other character. */
    record Sign(char character) implements SqlToken {}

    /** There is no more. */
    record End() implements SqlToken {}

    default boolean is(char character) {
        return this instanceof Sign(var sign) && sign == character;
    }
}
