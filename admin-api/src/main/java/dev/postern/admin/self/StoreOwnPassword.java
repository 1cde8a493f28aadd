package dev.postern.admin.self;

import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.admin.signout.SignOuts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a mailbox the password that its owner chose. Whoever else is signed in with the old one is so no longer. */
@Service
class StoreOwnPassword {

    private final Mailboxes mailboxes;
    private final SignOuts signOuts;
    private final OwnerSessions sessions;
    private final AuditLog audit;

    StoreOwnPassword(Mailboxes mailboxes, SignOuts signOuts, OwnerSessions sessions, AuditLog audit) {
        this.mailboxes = mailboxes;
        this.signOuts = signOuts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** False if the mailbox is gone. */
    @Transactional
    public boolean apply(Owner owner, PasswordHash password) {
        var mailbox = owner.mailbox();
        if (!mailboxes.setPassword(mailbox, password)) {
            return false;
        }
        signOuts.of(mailbox);
        owner.session().ifPresent(sessions::renew);
        audit.add(AuditEvent.made(
                "mailbox.own-password-changed",
                mailbox.toString(),
                mailbox.domain(),
                Snapshot.of("password", "changed")));
        return true;
    }
}
