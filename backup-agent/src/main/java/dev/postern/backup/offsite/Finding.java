package dev.postern.backup.offsite;

/**
 * What was found out about one thing that the safety of the off-site copy depends on.
 *
 * @param subject what was looked at
 * @param detail what is so, and what to do if it is not well
 */
record Finding(Subject subject, State state, String detail) {

    /** What is looked at. */
    enum Subject {
        BUCKET,
        VERSIONING,
        OBJECT_LOCK,
        DEFAULT_LOCK,
        ENCRYPTION,
        PUBLIC_ACCESS,
        TLS_ONLY,
        LIFECYCLE,
        CANARY_LOCKED,
        DELETE_REFUSED,
        SHORTENING_REFUSED,
        WEAKENING_REFUSED,
        SUSPENSION_REFUSED,
        CLOCK,
        SINGLE_VERSIONS,
        SAMPLE_LOCKED
    }

    /** How it is. */
    enum State {
        GOOD,
        /** It was not well, and is now. */
        MENDED,
        /** The store does not know it; the copy is safe without. */
        UNKNOWN_HERE,
        /** The copy is not safe like this. */
        BAD;

        boolean isSafe() {
            return this != BAD;
        }
    }

    static Finding good(Subject subject, String detail) {
        return new Finding(subject, State.GOOD, detail);
    }

    static Finding bad(Subject subject, String detail) {
        return new Finding(subject, State.BAD, detail);
    }
}
