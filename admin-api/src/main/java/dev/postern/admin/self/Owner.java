package dev.postern.admin.self;

import dev.postern.admin.access.Actor;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.common.mail.Sha256;
import java.util.Optional;

/**
 * The owner of a mailbox, who asks for something.
 *
 * @param session the digest that his session is known by; empty if he sent a password along
 * @param from his IP address
 */
public record Owner(HostedAddress mailbox, Standing standing, Optional<Sha256> session, String from) {

    /** As the audit log knows him. */
    public Actor actor() {
        return Actor.mailbox(mailbox.toString(), Optional.of(from));
    }
}
