package dev.postern.admin.apppasswords;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.signout.SignOuts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an app password away. */
@Service
public class DeleteAppPassword {

    private final AppPasswords appPasswords;
    private final SignOuts signOuts;
    private final Access access;
    private final AuditLog audit;

    DeleteAppPassword(AppPasswords appPasswords, SignOuts signOuts, Access access, AuditLog audit) {
        this.appPasswords = appPasswords;
        this.signOuts = signOuts;
        this.access = access;
        this.audit = audit;
    }

    /** False if there is none. The owner of the mailbox may, too. */
    @Transactional
    public boolean apply(HostedAddress mailbox, String id) {
        access.toChangeFor(mailbox.address());
        var before = appPasswords.find(mailbox, id);
        if (before.isEmpty() || !appPasswords.remove(mailbox, id)) {
            return false;
        }
        // Which session came by which password is not known; programs with another one come back by themselves.
        signOuts.of(mailbox);
        audit.add(AuditEvent.gone(
                "app-password.deleted", mailbox.toString(), mailbox.domain(), Snapshot.of(before.get())));
        return true;
    }
}
