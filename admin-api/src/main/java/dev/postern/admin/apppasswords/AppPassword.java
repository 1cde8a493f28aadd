package dev.postern.admin.apppasswords;

import java.time.Instant;

/**
 * A password that one program or device has.
 *
 * @param id the beginning of the password, by which it is known; the rest is kept as a hash alone
 * @param name what its owner calls it
 */
record AppPassword(String id, String name, Instant createdAt) {

    static final int ID_LENGTH = 5;
    static final int MAX_NAME_LENGTH = 100;

    /** The name as it is kept. */
    static String name(String text) {
        var name = text.strip();
        if (name.isEmpty() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException(
                    "A name has 1 to %d characters, like 'Telephone'.".formatted(MAX_NAME_LENGTH));
        }
        return name;
    }
}
