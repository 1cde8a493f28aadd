package dev.postern.admin.mailstore;

import java.util.Optional;

/** What the mail store says to a question. */
public sealed interface StoreAnswer<T> {

    record Told<T>(T value) implements StoreAnswer<T> {}

    /** It knows no such mailbox. */
    record NoSuchMailbox<T>() implements StoreAnswer<T> {}

    /**
     * It cannot say now; asking again later can help.
     *
     * @param why for the log
     */
    record Away<T>(String why) implements StoreAnswer<T> {}

    /** What it told, if it did. */
    default Optional<T> told() {
        return this instanceof Told<T>(var value) ? Optional.of(value) : Optional.empty();
    }
}
