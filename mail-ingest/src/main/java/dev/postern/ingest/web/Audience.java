package dev.postern.ingest.web;

import java.util.regex.Pattern;

/** Whom a listener is for. What is for one of the first two is nowhere else. */
enum Audience {
    /** The Email Worker, and relays with their events, through the tunnel. */
    EDGE("/v1/messages|/v1/events/[a-z0-9-]{1,31}"),
    /** Rspamd, which asks about what people send, and about junk that would go on. */
    FILTER("/v1/submissions|/v1/forwards"),
    /** Everything but the above. */
    OPERATORS("");

    private final Pattern paths;

    Audience(String paths) {
        this.paths = Pattern.compile(paths);
    }

    /** Whether an API of this audience has that path, in its one spelling. */
    boolean has(String path) {
        return paths.matcher(path).matches();
    }
}
