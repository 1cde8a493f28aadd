package dev.postern.admin.apppasswords;

import dev.postern.admin.text.Label;
import java.time.Instant;
import java.util.Optional;

/**
 * A password that one program or device has.
 *
 * @param id the beginning of the password, by which it is known; the rest is kept as a hash alone
 * @param name what its owner calls it
 * @param lastUsedAt when something last signed in with it, if ever
 * @param lastUsedFrom from which IP address, if that is known
 */
public record AppPassword(
        String id, String name, Instant createdAt, Optional<Instant> lastUsedAt, Optional<String> lastUsedFrom) {

    static final int ID_LENGTH = 5;

    /**
     * The name as it is kept.
     *
     * @throws IllegalArgumentException with a text for who gave it
     */
    public static String name(String text) {
        return new Label(text).text();
    }
}
