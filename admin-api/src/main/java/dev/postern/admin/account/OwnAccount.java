package dev.postern.admin.account;

import dev.postern.admin.access.Denied;
import dev.postern.admin.identity.Identity;
import dev.postern.admin.identity.SignedIn;
import dev.postern.admin.sessions.Session;
import dev.postern.admin.sessions.Sessions;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whose browser it is that asks for a page of his own account. */
@Component
class OwnAccount {

    private final Sessions sessions;

    OwnAccount(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * The session he is at.
     *
     * @throws Denied for who has none
     */
    Session session() {
        return SignedIn.in(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(somebody -> sessions.find(somebody.session()))
                .orElseThrow(Denied::nobody);
    }

    Identity identity() {
        return session().identity();
    }
}
