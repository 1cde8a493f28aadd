package dev.postern.admin.storeevents;

import dev.postern.admin.signins.Protocol;
import java.time.Instant;
import java.util.Optional;

/** A line of Dovecot's events. */
sealed interface StoreEvent {

    /**
     * An attempt to sign in, as far as it can be told from others.
     *
     * @param user what was given as the name, in lower case
     * @param address the client's, which webmail passes on
     * @param peer the one that the connection comes from
     * @param session names the connection, and is empty for submission
     */
    record Attempt(String user, Protocol protocol, Optional<String> address, Optional<String> peer, String session) {}

    /** The password is one of the app passwords; whether he is let in comes next. */
    record AppPasswordMatched(Attempt attempt, String id) implements StoreEvent {}

    /** Nobody could say whether the password is right; that he is not let in comes next. */
    record NobodyCouldSay(Attempt attempt) implements StoreEvent {}

    /** He was let in, or not. */
    record Decided(Attempt attempt, boolean letIn, Instant at) implements StoreEvent {}

    /** Mail came, went or was moved. */
    record MailChanged(String user) implements StoreEvent {}
}
