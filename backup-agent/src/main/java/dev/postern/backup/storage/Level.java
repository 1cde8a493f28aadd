package dev.postern.backup.storage;

/** How urgent a place is, the worst last. */
public enum Level {
    OK,
    WARNING,
    ALARM,
    /** Nothing is known of it, which is no better than an alarm. */
    UNKNOWN
}
