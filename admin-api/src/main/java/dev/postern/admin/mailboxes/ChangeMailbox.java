package dev.postern.admin.mailboxes;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.domains.Room;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.passwords.PasswordRule;
import dev.postern.admin.signout.SignOuts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes a mailbox for its owner. */
@Service
public class ChangeMailbox {

    private final Mailboxes mailboxes;
    private final Domains domains;
    private final Room room;
    private final PasswordHashing hashing;
    private final SignOuts signOuts;
    private final Access access;
    private final AuditLog audit;

    ChangeMailbox(
            Mailboxes mailboxes,
            Domains domains,
            Room room,
            PasswordHashing hashing,
            SignOuts signOuts,
            Access access,
            AuditLog audit) {
        this.mailboxes = mailboxes;
        this.domains = domains;
        this.room = room;
        this.hashing = hashing;
        this.signOuts = signOuts;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Changes what is named.
     *
     * @param seen the version of the mailbox that the change was thought out with, if that matters
     */
    @Transactional
    public Outcome<Mailbox> apply(
            HostedAddress address, Optional<Password> password, MailboxChange change, Optional<Long> seen) {
        access.toChange(address.domain());
        var complaint = password.flatMap(text -> PasswordRule.complaint(text, address.toString()));
        if (complaint.isPresent()) {
            return Outcome.refused(new Refusal.Unfit("password", complaint.get()));
        }
        var hash = password.map(hashing::hash);
        var domain = domains.hold(address.domain());
        var before = domain.flatMap(_ -> mailboxes.hold(address));
        if (before.isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no mailbox %s.".formatted(address)));
        }
        return before.get()
                .refusalUnless(seen)
                .or(() -> change.quota()
                        .map(after -> new Room.QuotaChange(before.get().quota(), after))
                        .flatMap(quota -> room.forQuotas(domain.get(), List.of(quota))))
                .<Outcome<Mailbox>>map(Outcome::refused)
                .orElseGet(() -> change(before.get(), hash, change));
    }

    private Outcome<Mailbox> change(Mailbox before, Optional<PasswordHash> password, MailboxChange change) {
        var address = before.address();
        password.ifPresent(hash -> mailboxes.setPassword(address, hash));
        mailboxes.change(address, change);
        var after = mailboxes.find(address).orElseThrow();
        if (password.isPresent() || (before.enabled() && !after.enabled())) {
            signOuts.of(address);
        }
        var shown = Snapshot.of(after);
        audit.add(AuditEvent.changed(
                "mailbox.changed",
                address.toString(),
                address.domain(),
                Snapshot.of(before),
                password.isPresent() ? shown.with("password", "changed") : shown));
        return Outcome.done(after);
    }
}
