package dev.postern.admin.signout;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.Addresses;
import dev.postern.admin.addresses.Holder;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs somebody out of everything; with the password he has, he may come back. */
@Service
public class SignOutEverywhere {

    private final Addresses addresses;
    private final SignOuts signOuts;
    private final Access access;
    private final AuditLog audit;

    SignOutEverywhere(Addresses addresses, SignOuts signOuts, Access access, AuditLog audit) {
        this.addresses = addresses;
        this.signOuts = signOuts;
        this.access = access;
        this.audit = audit;
    }

    /** False if there is no such mailbox. */
    @Transactional
    public boolean apply(HostedAddress mailbox) {
        access.toChange(mailbox.domain());
        if (!addresses.holderOf(mailbox.toString()).equals(Optional.of(Holder.MAILBOX))) {
            return false;
        }
        signOuts.of(mailbox);
        audit.add(AuditEvent.made(
                "mailbox.signed-out", mailbox.toString(), mailbox.domain(), Snapshot.of("sessions", "ended")));
        return true;
    }
}
