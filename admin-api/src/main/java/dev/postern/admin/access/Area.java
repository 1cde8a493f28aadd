package dev.postern.admin.access;

/** What an endpoint is about, and so which {@link Grant} a token needs there. */
public enum Area {
    /** Domains, mailboxes, aliases and what belongs to them. */
    ACCOUNTS(Grant.ACCOUNTS_READ, Grant.ACCOUNTS_WRITE),
    /** The audit log, of which nothing can be changed. */
    AUDIT(Grant.AUDIT_READ, Grant.AUDIT_READ),
    /** What concerns the platform as a whole. */
    PLATFORM(Grant.PLATFORM_READ, Grant.PLATFORM_WRITE);

    private final Grant reading;
    private final Grant writing;

    Area(Grant reading, Grant writing) {
        this.reading = reading;
        this.writing = writing;
    }

    /** What a request with this method needs. */
    Grant neededBy(String method) {
        return method.equals("GET") || method.equals("HEAD") ? reading : writing;
    }
}
