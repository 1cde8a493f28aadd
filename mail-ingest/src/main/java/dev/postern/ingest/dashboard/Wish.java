package dev.postern.ingest.dashboard;

import java.util.Optional;

/**
 * A list of receipts that somebody wants to see.
 *
 * @param before where the page before ended
 */
record Wish(Search search, Optional<Outcome> outcome, Optional<Position> before) {

    /** Reads the parameters of a request, each of which may be empty. */
    static Reading read(String search, String outcome, String before) {
        var wanted = Search.parse(search);
        if (wanted.isEmpty()) {
            return new Reading.Unusable("receipts.problem.tooLong", String.valueOf(Search.MAX_LENGTH));
        }
        var wantedOutcome = Outcome.ofTag(outcome);
        if (wantedOutcome.isEmpty() && !outcome.isEmpty()) {
            return new Reading.Unusable("receipts.problem.outcome", Shown.briefly(outcome));
        }
        var position = Position.parse(before);
        if (position.isEmpty() && !before.isEmpty()) {
            return new Reading.Unusable("receipts.problem.before", Shown.briefly(before));
        }
        return new Reading.Good(new Wish(wanted.get(), wantedOutcome, position));
    }

    /** What the parameters gave. */
    sealed interface Reading {

        record Good(Wish wish) implements Reading {}

        /**
         * One of them makes no sense.
         *
         * @param text the name of the text that says so, with one argument
         */
        record Unusable(String text, String argument) implements Reading {}
    }
}
