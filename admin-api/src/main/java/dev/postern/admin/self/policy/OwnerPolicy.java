package dev.postern.admin.self.policy;

import java.util.Locale;

/**
 * What the owners of mailboxes in a domain may do themselves.
 *
 * @param ownAliases how many aliases each of them may make
 * @param vacation whether they may have mail answered while they are away
 */
public record OwnerPolicy(int ownAliases, Forwarding forwarding, boolean vacation) {

    public static final int MOST_ALIASES = 100;

    public OwnerPolicy {
        if (ownAliases < 0 || ownAliases > MOST_ALIASES) {
            throw new IllegalArgumentException(
                    "An owner may make 0 to %d aliases, not %d.".formatted(MOST_ALIASES, ownAliases));
        }
    }

    /** Where to they may have their mail forwarded. */
    public enum Forwarding {
        /** Nowhere. */
        NONE,
        /** To mailboxes of this platform. */
        INSIDE,
        /** To the outside, too. */
        ANYWHERE;

        /** As the table and the API write it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Parses what {@link #text()} writes.
         *
         * @throws IllegalArgumentException naming those that there are
         */
        public static Forwarding parse(String text) {
            for (var value : values()) {
                if (value.text().equals(text)) {
                    return value;
                }
            }
            throw new IllegalArgumentException(
                    "'%s' is no place to forward to; use none, inside or anywhere.".formatted(text));
        }
    }
}
