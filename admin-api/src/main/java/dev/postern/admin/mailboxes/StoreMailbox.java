package dev.postern.admin.mailboxes;

import dev.postern.admin.addresses.Addresses;
import dev.postern.admin.addresses.Holder;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.domains.Domain;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.domains.Room;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.admin.quota.Quota;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a new mailbox, if its domain has room for it. Nobody else adds anything to the domain meanwhile. */
@Service
class StoreMailbox {

    private final Domains domains;
    private final Addresses addresses;
    private final Mailboxes mailboxes;
    private final MailboxSettings settings;
    private final Room room;
    private final AuditLog audit;

    StoreMailbox(
            Domains domains,
            Addresses addresses,
            Mailboxes mailboxes,
            MailboxSettings settings,
            Room room,
            AuditLog audit) {
        this.domains = domains;
        this.addresses = addresses;
        this.mailboxes = mailboxes;
        this.settings = settings;
        this.room = room;
        this.audit = audit;
    }

    @Transactional
    public Outcome<Mailbox> apply(NewMailbox wanted, PasswordHash password) {
        var address = wanted.address();
        var domain = domains.hold(address.domain());
        if (domain.isEmpty()) {
            return Outcome.refused(new Refusal.Unfit(
                    "address", "There is no domain %s here; create it first.".formatted(address.domain())));
        }
        var quota = wanted.quota().orElseGet(() -> domain.get().limits().quotaOfNewMailbox(settings.quota()));
        return refusal(domain.get(), address, quota)
                .<Outcome<Mailbox>>map(Outcome::refused)
                .orElseGet(() -> store(wanted, password, quota));
    }

    private Optional<Refusal> refusal(Domain domain, HostedAddress address, Quota quota) {
        return addresses
                .holderOf(address.toString())
                .<Refusal>map(holder -> taken(address, holder))
                .or(() -> room.forMailboxes(domain, List.of(quota)));
    }

    private Outcome<Mailbox> store(NewMailbox wanted, PasswordHash password, Quota quota) {
        var address = wanted.address();
        if (!addresses.claim(address.toString(), address.domain(), Holder.MAILBOX)) {
            return Outcome.refused(taken(address, Holder.MAILBOX));
        }
        mailboxes.add(address, password, quota, wanted.enabled());
        var made = mailboxes.find(address).orElseThrow();
        audit.add(AuditEvent.made("mailbox.created", address.toString(), address.domain(), Snapshot.of(made)));
        return Outcome.done(made);
    }

    private static Refusal taken(HostedAddress address, Holder holder) {
        return new Refusal.Taken("address", "%s is %s already.".formatted(address, holder.description()));
    }
}
