package dev.postern.admin.search;

import java.util.List;

/**
 * What a search finds of one kind.
 *
 * @param items the first of them
 * @param more whether there are others
 */
public record Finds(Kind kind, List<Found> items, boolean more) {

    public Finds {
        items = List.copyOf(items);
    }

    /** What can be found. */
    public enum Kind {
        DOMAIN,
        MAILBOX,
        ALIAS
    }
}
