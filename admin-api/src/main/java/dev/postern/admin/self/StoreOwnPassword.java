package dev.postern.admin.self;

import dev.postern.admin.access.Acting;
import dev.postern.admin.access.Actor;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.admin.signout.SignOuts;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a mailbox the password that its owner chose, in his name. */
@Service
class StoreOwnPassword {

    private final Mailboxes mailboxes;
    private final SignOuts signOuts;
    private final AuditLog audit;

    StoreOwnPassword(Mailboxes mailboxes, SignOuts signOuts, AuditLog audit) {
        this.mailboxes = mailboxes;
        this.signOuts = signOuts;
        this.audit = audit;
    }

    /** False if the mailbox is gone. */
    @Transactional
    public boolean apply(HostedAddress address, PasswordHash password) {
        if (!mailboxes.setPassword(address, password)) {
            return false;
        }
        signOuts.of(address);
        var owner = Actor.mailbox(address.toString(), Optional.empty());
        Acting.as(
                owner,
                () -> audit.add(AuditEvent.made(
                        "mailbox.own-password-changed",
                        address.toString(),
                        address.domain(),
                        Snapshot.of("password", "changed"))));
        return true;
    }
}
