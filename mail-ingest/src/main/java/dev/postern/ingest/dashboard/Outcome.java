package dev.postern.ingest.dashboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a message, as receipts say it. */
enum Outcome {
    ACCEPTED,
    REFUSED,
    DEFERRED;

    static Optional<Outcome> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.tag().equals(tag))
                .findFirst();
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
