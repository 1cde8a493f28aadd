package dev.postern.admin.mailboxes;

import dev.postern.admin.access.Access;
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

/** Puts a mailbox into the bin, from which it can be brought back with its mail and all that belongs to it. */
@Service
public class DeleteMailbox {

    private final Mailboxes mailboxes;
    private final SignOuts signOuts;
    private final Access access;
    private final AuditLog audit;

    DeleteMailbox(Mailboxes mailboxes, SignOuts signOuts, Access access, AuditLog audit) {
        this.mailboxes = mailboxes;
        this.signOuts = signOuts;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Returns how it was.
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
        mailboxes.discard(address);
        signOuts.of(address);
        audit.add(AuditEvent.gone("mailbox.deleted", address.toString(), address.domain(), Snapshot.of(mailbox)));
        return Outcome.done(mailbox);
    }
}
