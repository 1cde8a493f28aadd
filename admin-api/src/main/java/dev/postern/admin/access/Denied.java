package dev.postern.admin.access;

import dev.postern.common.mail.DomainName;
import java.util.Optional;

/** Refused because of who asks. The message is for him. */
public final class Denied extends RuntimeException {

    /** How much the refusal tells. */
    public enum Reason {
        /** He may see it, and not do this to it. */
        ROLE,
        /** His token is for other parts of the API. */
        GRANT,
        /** For him it does not exist, and so he is not told whether it does. */
        UNSEEN
    }

    private final Reason reason;
    private final Optional<Grant> missing;

    private Denied(Reason reason, String detail) {
        this(reason, detail, Optional.empty());
    }

    private Denied(Reason reason, String detail, Optional<Grant> missing) {
        super(detail);
        this.reason = reason;
        this.missing = missing;
    }

    /** Nobody is known to ask. */
    public static Denied nobody() {
        return new Denied(Reason.ROLE, "Nobody is signed in.");
    }

    static Denied role(String detail) {
        return new Denied(Reason.ROLE, detail);
    }

    static Denied without(Grant grant) {
        return new Denied(
                Reason.GRANT,
                "The token has no scope '%s'; use one that has, or have one made.".formatted(grant.text()),
                Optional.of(grant));
    }

    static Denied unseen(DomainName domain) {
        return new Denied(Reason.UNSEEN, "There is no domain %s here that you may see.".formatted(domain));
    }

    public Reason reason() {
        return reason;
    }

    /** What a token would need. */
    public Optional<Grant> missing() {
        return missing;
    }
}
