package dev.postern.admin.migration.mail;

import java.util.Locale;

/** Why a move does not go on. The texts are in the message bundles. */
enum Problem {
    /** Something that cannot be mended by waiting. */
    PASSWORD(false),
    CERTIFICATE(false),
    FINGERPRINT(false),
    FORBIDDEN(false),
    QUOTA(false),
    FOLDER(false),
    FAULT(false),
    /** Something that can pass. */
    UNKNOWN_HOST(true),
    CONNECT(true),
    SERVER(true),
    LOST(true),
    BUSY(true),
    STORE(true);

    private final boolean passing;

    Problem(boolean passing) {
        this.passing = passing;
    }

    /** Whether it is worth trying again by itself. */
    boolean isPassing() {
        return passing;
    }

    /** As the table and the API write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its text in the message bundles. */
    String key() {
        return "migrations.problem." + text();
    }

    static Problem parse(String text) {
        for (var problem : values()) {
            if (problem.text().equals(text)) {
                return problem;
            }
        }
        return FAULT;
    }
}
