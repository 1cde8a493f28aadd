package dev.postern.admin.access;

import dev.postern.common.mail.DomainName;

/** Refused because of who asks. The message is for him. */
public final class Denied extends RuntimeException {

    /** How much the refusal tells. */
    public enum Reason {
        /** He may see it, and not do this to it. */
        ROLE,
        /** For him it does not exist, and so he is not told whether it does. */
        UNSEEN
    }

    private final Reason reason;

    private Denied(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    static Denied nobody() {
        return new Denied(Reason.ROLE, "Nobody is signed in.");
    }

    static Denied role(String detail) {
        return new Denied(Reason.ROLE, detail);
    }

    static Denied unseen(DomainName domain) {
        return new Denied(Reason.UNSEEN, "There is no domain %s here that you may see.".formatted(domain));
    }

    public Reason reason() {
        return reason;
    }
}
