package dev.postern.admin.self.apppasswords;

import dev.postern.admin.apppasswords.DeleteAppPassword;
import dev.postern.admin.self.Owner;
import dev.postern.admin.self.OwnerSessions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an app password away. Whoever is signed in is signed out by that, but not who does it. */
@Service
class DeleteOwnAppPassword {

    private final DeleteAppPassword deleteAppPassword;
    private final OwnerSessions sessions;

    DeleteOwnAppPassword(DeleteAppPassword deleteAppPassword, OwnerSessions sessions) {
        this.deleteAppPassword = deleteAppPassword;
        this.sessions = sessions;
    }

    /** False if there is none. */
    @Transactional
    public boolean apply(Owner owner, String id) {
        var deleted = deleteAppPassword.apply(owner.mailbox(), id);
        if (deleted) {
            owner.session().ifPresent(sessions::keep);
        }
        return deleted;
    }
}
