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
public class StoreMailbox {

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

    /** Why it could not be kept as things are now. They may change before it comes to that. */
    Optional<Refusal> refusal(NewMailbox wanted) {
        return refusal(domains.find(wanted.address().domain()), wanted);
    }

    /** Keeps it with the hash of its password. */
    @Transactional
    public Outcome<Mailbox> apply(NewMailbox wanted, PasswordHash password) {
        var domain = domains.hold(wanted.address().domain());
        return refusal(domain, wanted)
                .<Outcome<Mailbox>>map(Outcome::refused)
                .orElseGet(() -> store(wanted, password, quota(domain.orElseThrow(), wanted)));
    }

    private Optional<Refusal> refusal(Optional<Domain> domain, NewMailbox wanted) {
        var address = wanted.address();
        if (domain.isEmpty()) {
            return Optional.of(new Refusal.Unfit(
                    "address", "There is no domain %s here; create it first.".formatted(address.domain())));
        }
        return addresses
                .refusal(address.toString())
                .or(() -> Optional.of(address).filter(mailboxes::isBeingErased).map(StoreMailbox::stillErased))
                .or(() -> room.forMailboxes(domain.get(), List.of(quota(domain.get(), wanted))));
    }

    private Quota quota(Domain domain, NewMailbox wanted) {
        return wanted.quota().orElseGet(() -> domain.limits().quotaOfNewMailbox(settings.quota()));
    }

    private Outcome<Mailbox> store(NewMailbox wanted, PasswordHash password, Quota quota) {
        var address = wanted.address();
        if (!addresses.claim(address.toString(), address.domain(), Holder.MAILBOX)) {
            return Outcome.refused(addresses.refusal(address.toString()).orElseThrow());
        }
        mailboxes.add(wanted, password, quota);
        var made = mailboxes.find(address).orElseThrow();
        audit.add(AuditEvent.made("mailbox.created", address.toString(), address.domain(), Snapshot.of(made)));
        return Outcome.done(made);
    }

    static Refusal stillErased(HostedAddress address) {
        return new Refusal.Taken(
                "address",
                "The mail of the former %s is still being erased. Try again in a few minutes.".formatted(address));
    }
}
