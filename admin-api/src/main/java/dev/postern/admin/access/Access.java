package dev.postern.admin.access;

import dev.postern.common.mail.DomainName;
import org.springframework.stereotype.Component;

/**
 * Whether the one who asks may. Every use case begins with one of these questions; what an endpoint's
 * {@link AllowedFor} says comes before it.
 */
@Component
public class Access {

    private final CurrentActor current;

    Access(CurrentActor current) {
        this.current = current;
    }

    public Actor actor() {
        return current.get();
    }

    /** The domains whose accounts he may see. */
    public Scope scope() {
        return actor().rights().scope();
    }

    /**
     * Asks whether he may see the accounts of a domain.
     *
     * @throws Denied if not
     */
    public void toSee(DomainName domain) {
        if (!scope().covers(domain)) {
            throw Denied.unseen(domain);
        }
    }

    /**
     * Asks whether he may change the accounts of a domain.
     *
     * @throws Denied if not
     */
    public void toChange(DomainName domain) {
        toSee(domain);
        if (actor().rights().role() == Role.AUDITOR) {
            throw Denied.role("An auditor sees everything and changes nothing; ask an owner of the platform.");
        }
    }

    /**
     * Asks whether he may change what concerns the whole platform.
     *
     * @throws Denied if not
     */
    public void toRunThePlatform() {
        if (actor().rights().role() != Role.OWNER) {
            throw Denied.role("Only an owner of the platform may do this; ask one.");
        }
    }
}
