package dev.postern.ingest.queue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an operator can do with a message that waits. */
enum Action {
    /** Try it again now. */
    RETRY,
    /** Do not try it until it is released. */
    HOLD,
    /** Try it as any other again. */
    RELEASE,
    /** Drop it; its sender is not told. */
    DELETE;

    static Optional<Action> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(action -> action.tag().equals(tag))
                .findFirst();
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
