package dev.postern.admin.self.vacation;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.self.policy.OwnerPolicies;
import dev.postern.admin.self.policy.OwnerPolicy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what is answered while the owner is away. It counts from the next message on. */
@Service
class SetVacation {

    private final Mailboxes mailboxes;
    private final OwnerPolicies policies;
    private final Vacations vacations;
    private final Access access;
    private final AuditLog audit;

    SetVacation(Mailboxes mailboxes, OwnerPolicies policies, Vacations vacations, Access access, AuditLog audit) {
        this.mailboxes = mailboxes;
        this.policies = policies;
        this.vacations = vacations;
        this.access = access;
        this.audit = audit;
    }

    @Transactional
    public Outcome<Vacation> apply(HostedAddress mailbox, Vacation wanted) {
        access.toChangeFor(mailbox.address());
        if (mailboxes.hold(mailbox).isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no mailbox %s.".formatted(mailbox)));
        }
        if (wanted.enabled() && !isAllowed(mailbox)) {
            return Outcome.refused(new Refusal.Unfit(
                    "enabled", "Replies while away are not allowed in your domain; ask who runs it."));
        }
        var before = vacations.of(mailbox);
        vacations.set(mailbox, wanted);
        audit.add(before.map(was -> AuditEvent.changed(
                        "mailbox.vacation-set", mailbox.toString(), mailbox.domain(), snapshot(was), snapshot(wanted)))
                .orElseGet(() -> AuditEvent.made(
                        "mailbox.vacation-set", mailbox.toString(), mailbox.domain(), snapshot(wanted))));
        return Outcome.done(wanted);
    }

    private boolean isAllowed(HostedAddress mailbox) {
        return policies.of(mailbox.domain()).filter(OwnerPolicy::vacation).isPresent();
    }

    /** What he tells his correspondents is not for the log. */
    private static Snapshot snapshot(Vacation vacation) {
        return Snapshot.of(vacation.absence())
                .with("enabled", vacation.enabled())
                .with("everyDays", vacation.everyDays());
    }
}
