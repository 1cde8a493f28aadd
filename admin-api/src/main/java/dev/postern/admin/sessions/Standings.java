package dev.postern.admin.sessions;

import dev.postern.admin.identity.SignedIn.Standing;
import java.util.Optional;

/** What sessions are good for at the moment: accounts are disabled, and more may be asked of them, while they last. */
@FunctionalInterface
public interface Standings {

    /** Empty if it is good for nothing any more. */
    Optional<Standing> of(Session session);
}
