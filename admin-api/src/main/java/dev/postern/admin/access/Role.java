package dev.postern.admin.access;

import java.util.Locale;

/** What an operator is there for. */
public enum Role {
    /** Runs the platform: everything, everywhere. */
    OWNER,
    /** Runs the accounts of some domains, and sees nothing of the others. */
    DOMAIN_ADMINISTRATOR,
    /** Sees everything and changes nothing. */
    AUDITOR;

    /** As the tables and the API write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Parses what {@link #text()} writes.
     *
     * @throws IllegalArgumentException naming the roles there are
     */
    public static Role parse(String text) {
        for (var role : values()) {
            if (role.text().equals(text)) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no role; use owner, domain_administrator or auditor.".formatted(text));
    }
}
