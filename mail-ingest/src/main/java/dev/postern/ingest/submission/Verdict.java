package dev.postern.ingest.submission;

/** What is to become of a submission. The texts are for its sender. */
sealed interface Verdict {

    record Send() implements Verdict {}

    /** Never as it is. */
    record Refuse(Ground ground, String text) implements Verdict {}

    /** Not now. */
    record Later(Ground ground, String text) implements Verdict {}

    /** Why not, as metrics name it. */
    enum Ground {
        NO_AUTHOR,
        FOREIGN_AUTHOR,
        MAILBOX_LIMIT,
        DOMAIN_LIMIT;

        String tag() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
