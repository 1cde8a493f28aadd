package dev.postern.backup.history;

import java.util.Locale;

/** What became of a backup. */
public enum RunState {
    RUNNING,
    /** All that was to be saved is saved. */
    COMPLETE,
    /** There is a backup, but something is missing in it. */
    INCOMPLETE,
    /** There is no backup. */
    FAILED,
    /** Somebody stopped it. */
    STOPPED,
    /** It did not come to its end: killed, or the machine went down. */
    INTERRUPTED;

    /** Its name in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
