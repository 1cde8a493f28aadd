package dev.postern.admin.access;

import dev.postern.common.mail.DomainName;
import dev.postern.common.mail.MailAddress;
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
        unlessUnseen(domain);
        needs(Grant.ACCOUNTS_READ);
    }

    private void unlessUnseen(DomainName domain) {
        if (!scope().covers(domain)) {
            throw Denied.unseen(domain);
        }
    }

    private void needs(Grant grant) {
        if (!actor().rights().grants().contains(grant)) {
            throw Denied.without(grant);
        }
    }

    /**
     * Asks whether he may change the accounts of a domain.
     *
     * @throws Denied if not
     */
    public void toChange(DomainName domain) {
        unlessUnseen(domain);
        if (actor().rights().role() == Role.AUDITOR) {
            throw Denied.role("An auditor sees everything and changes nothing; ask an owner of the platform.");
        }
        needs(Grant.ACCOUNTS_WRITE);
    }

    /**
     * Asks whether he may change what the owner of a mailbox decides for himself. The owner may, too.
     *
     * @throws Denied if not
     */
    public void toChangeFor(MailAddress owner) {
        var actor = actor();
        if (actor.kind() != Actor.Kind.MAILBOX || !actor.name().equals(owner.toString())) {
            toChange(owner.domain());
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
        needs(Grant.PLATFORM_WRITE);
    }

    /**
     * Asks whether he may hand out tokens and take them back: an owner, a domain administrator himself, or an owner's
     * token.
     *
     * @throws Denied if not
     */
    public void toHandOutTokens() {
        var actor = actor();
        var may = switch (actor.rights().role()) {
            case OWNER -> true;
            case DOMAIN_ADMINISTRATOR -> actor.kind() == Actor.Kind.OPERATOR;
            case AUDITOR -> false;
        };
        if (!may) {
            throw Denied.role("Tokens are made and revoked by owners of the platform, by domain administrators in the"
                    + " browser, and by tokens of owners; ask one of them.");
        }
        needs(Grant.PLATFORM_WRITE);
    }
}
