package dev.postern.admin.migration.mail;

import dev.postern.admin.addresses.HostedAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Mail of an account on another server that comes to a mailbox here.
 *
 * @param problem why it does not go on, or did not the last time
 * @param words what was said about that
 * @param nextTry when it is tried again, if it waits
 * @param attempts how often it failed in a row
 * @param movedAt when it last got on
 * @param hasPassword whether the password there is still known
 */
record MailMove(
        long id,
        HostedAddress mailbox,
        SourceAccount source,
        State state,
        int attempts,
        Optional<Instant> nextTry,
        Optional<Problem> problem,
        String words,
        boolean hasPassword,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> movedAt,
        Optional<Instant> endedAt,
        Progress progress) {

    /** Where it stands. */
    enum State {
        /** For its turn, or for the next try. */
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        /** As the table and the API write it. */
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State parse(String text) {
            for (var state : values()) {
                if (state.text().equals(text)) {
                    return state;
                }
            }
            throw new IllegalArgumentException(
                    "'%s' is no state of a move; there are waiting, running, done, failed and cancelled."
                            .formatted(text));
        }

        boolean isOver() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /**
     * How far all folders are together.
     *
     * @param refused messages that could not be had or kept
     */
    record Progress(long folders, long foldersDone, long messages, long moved, long present, long refused, long bytes) {

        /** Of a hundred; nothing is done where nothing is known. */
        int percent() {
            var dealtWith = moved + present + refused;
            return messages == 0 ? 0 : (int) Math.min(100, dealtWith * 100 / messages);
        }
    }
}
