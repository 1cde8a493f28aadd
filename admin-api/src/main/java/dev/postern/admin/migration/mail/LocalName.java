package dev.postern.admin.migration.mail;

import java.text.Normalizer;

/** Names of folders as they can be here: Maildir keeps a dot between the levels, and people see a slash there. */
final class LocalName {

    /** All levels together are the name of one directory, in which a Japanese letter takes three bytes. */
    static final int LONGEST = 60;

    private LocalName() {}

    /** The name of one level, with an underscore for what it cannot have. */
    static String of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .strip()
                .replaceAll("[./\\p{Cc}\\p{Cs}]", "_")
                .replaceFirst("^~", "_")
                .codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return plain.isEmpty() ? "_" : plain;
    }

    /**
     * Checks the whole name of a folder here.
     *
     * @throws IllegalArgumentException saying what is wrong
     */
    static String checked(String name) {
        for (var level : name.split("/", -1)) {
            if (!of(level).equals(level)) {
                throw new IllegalArgumentException(
                        "'%s' cannot be the name of a folder here: use no dot, no ~ at the beginning, and a slash only between two names."
                                .formatted(name));
            }
        }
        return name;
    }
}
