package dev.postern.admin.mailboxes;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.Addresses;
import dev.postern.admin.addresses.Holder;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.signout.SignOuts;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes an account; its mail stays where it is. */
@Service
public class DeleteMailbox {

    private final Mailboxes mailboxes;
    private final Addresses addresses;
    private final SignOuts signOuts;
    private final Access access;
    private final AuditLog audit;

    DeleteMailbox(Mailboxes mailboxes, Addresses addresses, SignOuts signOuts, Access access, AuditLog audit) {
        this.mailboxes = mailboxes;
        this.addresses = addresses;
        this.signOuts = signOuts;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Returns what was removed.
     *
     * @param seen the version of the mailbox that was looked at, if that matters
     */
    @Transactional
    public Outcome<Mailbox> apply(HostedAddress address, Optional<Long> seen) {
        access.toChange(address.domain());
        var before = mailboxes.hold(address);
        if (before.isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no mailbox %s.".formatted(address)));
        }
        return before.get()
                .refusalUnless(seen)
                .<Outcome<Mailbox>>map(Outcome::refused)
                .orElseGet(() -> remove(before.get()));
    }

    private Outcome<Mailbox> remove(Mailbox mailbox) {
        var address = mailbox.address();
        addresses.release(address.toString(), Holder.MAILBOX);
        signOuts.of(address);
        audit.add(AuditEvent.gone("mailbox.deleted", address.toString(), address.domain(), Snapshot.of(mailbox)));
        return Outcome.done(mailbox);
    }
}
