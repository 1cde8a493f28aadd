package dev.postern.admin.access;

/** Whom an endpoint is for. Which domains he gets to see there is decided by {@link Access}. */
public enum Audience {
    /** Everybody who reaches the service, signed in or not. */
    EVERYBODY,
    /** The owner of a mailbox, as the endpoint itself finds out. */
    MAILBOX_OWNERS,
    /** Every operator. */
    OPERATORS,
    /** Who may change accounts: owners, and domain administrators in their domains. */
    ADMINISTRATORS,
    /** Who sees the whole platform: owners and auditors. */
    OVERSEERS,
    /** Owners alone. */
    OWNERS;

    /** Whether it is for operators of this role. */
    public boolean includes(Role role) {
        return switch (this) {
            case EVERYBODY, MAILBOX_OWNERS, OPERATORS -> true;
            case ADMINISTRATORS -> role != Role.AUDITOR;
            case OVERSEERS -> role != Role.DOMAIN_ADMINISTRATOR;
            case OWNERS -> role == Role.OWNER;
        };
    }

    boolean asksForAnOperator() {
        return this != EVERYBODY && this != MAILBOX_OWNERS;
    }
}
