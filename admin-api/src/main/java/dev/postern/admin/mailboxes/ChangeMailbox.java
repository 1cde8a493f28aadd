package dev.postern.admin.mailboxes;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.passwords.PasswordRule;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ChangeMailbox {

    private final Mailboxes mailboxes;
    private final PasswordHashing hashing;
    private final Access access;
    private final AuditLog audit;

    ChangeMailbox(Mailboxes mailboxes, PasswordHashing hashing, Access access, AuditLog audit) {
        this.mailboxes = mailboxes;
        this.hashing = hashing;
        this.access = access;
        this.audit = audit;
    }

    @Transactional
    public Outcome<Mailbox> apply(
            HostedAddress address, Optional<Password> password, Optional<Quota> quota, Optional<Boolean> enabled) {
        access.toChange(address.domain());
        var complaint = password.flatMap(text -> PasswordRule.complaint(text, address.toString()));
        if (complaint.isPresent()) {
            return Outcome.refused(new Refusal.Unfit("password", complaint.get()));
        }
        var before = mailboxes.find(address);
        if (before.isEmpty()
                || !mailboxes.change(address, new MailboxChange(password.map(hashing::hash), quota, enabled))) {
            return Outcome.refused(new Refusal.Missing("There is no mailbox %s.".formatted(address)));
        }
        var after = mailboxes.find(address).orElseThrow();
        var shown = Snapshot.of(after);
        audit.add(AuditEvent.changed(
                "mailbox.changed",
                address.toString(),
                address.domain(),
                Snapshot.of(before.get()),
                password.isPresent() ? shown.with("password", "changed") : shown));
        return Outcome.done(after);
    }
}
