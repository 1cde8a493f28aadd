package dev.postern.admin.aliases;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * When the time of an alias is over. From then on its mail is refused.
 *
 * @param at empty = never
 */
public record Expiry(Optional<Instant> at) {

    public static final Expiry NEVER = new Expiry(Optional.empty());

    public static Expiry at(Instant moment) {
        return new Expiry(Optional.of(moment));
    }

    /**
     * Parses a moment or {@code never}.
     *
     * @throws IllegalArgumentException saying what would be one
     */
    public static Expiry parse(String text) {
        if (text.equals("never")) {
            return NEVER;
        }
        try {
            return at(Instant.parse(text));
        } catch (DateTimeParseException unfit) {
            throw new IllegalArgumentException(
                    "'%s' is neither a moment such as 2026-12-31T15:00:00Z nor 'never'.".formatted(text), unfit);
        }
    }

    @Override
    public String toString() {
        return at.map(Instant::toString).orElse("never");
    }
}
