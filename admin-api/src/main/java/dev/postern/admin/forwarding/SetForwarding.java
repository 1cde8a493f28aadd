package dev.postern.admin.forwarding;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.TargetCheck;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.mailboxes.Mailbox;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says where mail for a mailbox goes on to. Its owner may say it himself. */
@Service
public class SetForwarding {

    private final Mailboxes mailboxes;
    private final Forwardings forwardings;
    private final TargetCheck targetCheck;
    private final RingCheck ringCheck;
    private final Access access;
    private final AuditLog audit;

    SetForwarding(
            Mailboxes mailboxes,
            Forwardings forwardings,
            TargetCheck targetCheck,
            RingCheck ringCheck,
            Access access,
            AuditLog audit) {
        this.mailboxes = mailboxes;
        this.forwardings = forwardings;
        this.targetCheck = targetCheck;
        this.ringCheck = ringCheck;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Replaces what was said before.
     *
     * @param seen the version of the mailbox that was looked at, if that matters
     */
    @Transactional
    public Outcome<Forwarding> apply(HostedAddress address, Forwarding wanted, Optional<Long> seen) {
        access.toChangeFor(address.address());
        var mailbox = mailboxes.hold(address);
        if (mailbox.isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no mailbox %s.".formatted(address)));
        }
        return refusal(mailbox.get(), wanted, seen)
                .<Outcome<Forwarding>>map(Outcome::refused)
                .orElseGet(() -> set(address, wanted));
    }

    private Optional<Refusal> refusal(Mailbox mailbox, Forwarding wanted, Optional<Long> seen) {
        var address = mailbox.address();
        return mailbox.refusalUnless(seen)
                .or(() -> targetCheck.refusal(address.toString(), wanted.targets()))
                .or(() -> ringCheck
                        .comesBack(address, wanted)
                        .map(back -> new Refusal.Unfit(
                                "targets",
                                "Mail would go round: %s passes everything on to %s. Keep a copy in one of them."
                                        .formatted(back, address))));
    }

    private Outcome<Forwarding> set(HostedAddress address, Forwarding wanted) {
        var before = forwardings.of(address).orElseThrow();
        forwardings.set(address, wanted);
        audit.add(AuditEvent.changed(
                "mailbox.forwarding-set",
                address.toString(),
                address.domain(),
                Snapshot.of(before),
                Snapshot.of(wanted)));
        return Outcome.done(wanted);
    }
}
