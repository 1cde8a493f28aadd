package dev.postern.ingest.web;

/** Whom a listener is for. What is for one of the first two is nowhere else. */
enum Audience {
    /** The Email Worker, through the tunnel. */
    EDGE("/v1/messages"),
    /** Rspamd, which asks about what people send. */
    FILTER("/v1/submissions"),
    /** Everything but the above. */
    OPERATORS("");

    private final String path;

    Audience(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
