package dev.postern.ingest.body;

import org.jspecify.annotations.Nullable;

/** There is no place for this body now: the budgets are used up, or the spool directory takes no more. */
final class NoRoom extends Exception {

    NoRoom(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
