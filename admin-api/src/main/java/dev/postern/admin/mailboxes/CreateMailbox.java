package dev.postern.admin.mailboxes;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.Addresses;
import dev.postern.admin.addresses.Holder;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordGenerator;
import dev.postern.admin.passwords.PasswordHashing;
import dev.postern.admin.passwords.PasswordRule;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a mailbox in one of our domains. */
@Service
public class CreateMailbox {

    private final Domains domains;
    private final Addresses addresses;
    private final Mailboxes mailboxes;
    private final PasswordHashing hashing;
    private final PasswordGenerator generator;
    private final MailboxSettings settings;
    private final Access access;
    private final AuditLog audit;

    CreateMailbox(
            Domains domains,
            Addresses addresses,
            Mailboxes mailboxes,
            PasswordHashing hashing,
            PasswordGenerator generator,
            MailboxSettings settings,
            Access access,
            AuditLog audit) {
        this.domains = domains;
        this.addresses = addresses;
        this.mailboxes = mailboxes;
        this.hashing = hashing;
        this.generator = generator;
        this.settings = settings;
        this.access = access;
        this.audit = audit;
    }

    /** The answer alone has the password in it, if one was made. */
    @Transactional
    public Outcome<CreatedMailbox> apply(NewMailbox wanted) {
        access.toChange(wanted.address().domain());
        return refusal(wanted).<Outcome<CreatedMailbox>>map(Outcome::refused).orElseGet(() -> create(wanted));
    }

    private Optional<Refusal> refusal(NewMailbox wanted) {
        var address = wanted.address();
        if (domains.hold(address.domain()).isEmpty()) {
            return Optional.of(new Refusal.Unfit(
                    "address", "There is no domain %s here; create it first.".formatted(address.domain())));
        }
        return addresses
                .holderOf(address.toString())
                .<Refusal>map(holder -> taken(address, holder))
                .or(() -> wanted.password()
                        .flatMap(password -> PasswordRule.complaint(password, address.toString()))
                        .map(complaint -> new Refusal.Unfit("password", complaint)));
    }

    private Outcome<CreatedMailbox> create(NewMailbox wanted) {
        var address = wanted.address();
        var generated = wanted.password().isPresent() ? Optional.<Password>empty() : Optional.of(generator.generate());
        var hash = hashing.hash(wanted.password().or(() -> generated).orElseThrow());
        if (!addresses.claim(address.toString(), address.domain(), Holder.MAILBOX)) {
            return Outcome.refused(taken(address, Holder.MAILBOX));
        }
        mailboxes.add(address, hash, wanted.quota().orElseGet(settings::quota), wanted.enabled());
        var made = mailboxes.find(address).orElseThrow();
        audit.add(AuditEvent.made("mailbox.created", address.toString(), address.domain(), Snapshot.of(made)));
        return Outcome.done(new CreatedMailbox(made, generated));
    }

    private static Refusal taken(HostedAddress address, Holder holder) {
        return new Refusal.Taken("address", "%s is %s already.".formatted(address, holder.description()));
    }
}
