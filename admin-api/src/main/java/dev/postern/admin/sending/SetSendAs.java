package dev.postern.admin.sending;

import dev.postern.admin.access.Access;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says under which further addresses of our domains a mailbox may send. */
@Service
public class SetSendAs {

    static final int MOST = 50;

    private final Mailboxes mailboxes;
    private final Domains domains;
    private final SendAs sendAs;
    private final Access access;
    private final AuditLog audit;

    SetSendAs(Mailboxes mailboxes, Domains domains, SendAs sendAs, Access access, AuditLog audit) {
        this.mailboxes = mailboxes;
        this.domains = domains;
        this.sendAs = sendAs;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Replaces what was granted before. What somebody else granted in a domain that whoever asks does not see stays.
     *
     * @param seen the version of the mailbox that was looked at, if that matters
     */
    @Transactional
    public Outcome<List<HostedAddress>> apply(
            HostedAddress mailbox, Collection<HostedAddress> wanted, Optional<Long> seen) {
        access.toChange(mailbox.domain());
        wanted.forEach(address -> access.toChange(address.domain()));
        var held = mailboxes.hold(mailbox);
        if (held.isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no mailbox %s.".formatted(mailbox)));
        }
        return held.get()
                .refusalUnless(seen)
                .or(() -> refusal(wanted))
                .<Outcome<List<HostedAddress>>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(set(mailbox, wanted)));
    }

    private Optional<Refusal> refusal(Collection<HostedAddress> wanted) {
        if (wanted.size() > MOST) {
            return Optional.of(new Refusal.Unfit(
                    "addresses",
                    "A mailbox sends under at most %d further addresses, not %d. Let it send for the whole domain instead."
                            .formatted(MOST, wanted.size())));
        }
        return wanted.stream()
                .filter(address -> domains.find(address.domain()).isEmpty())
                .map(address -> new Refusal.Unfit(
                        "addresses",
                        "%s is in no domain of this platform, so nobody here can be allowed to send under it."
                                .formatted(address)))
                .<Refusal>map(refusal -> refusal)
                .findFirst();
    }

    private List<HostedAddress> set(HostedAddress mailbox, Collection<HostedAddress> wanted) {
        var before = sendAs.of(mailbox);
        var after = new TreeSet<>(wanted);
        before.stream()
                .filter(address -> !access.scope().covers(address.domain()))
                .forEach(after::add);
        sendAs.set(mailbox, after);
        mailboxes.touch(mailbox);
        audit.add(AuditEvent.changed(
                "mailbox.send-as-set",
                mailbox.toString(),
                mailbox.domain(),
                Snapshot.of("addresses", before),
                Snapshot.of("addresses", List.copyOf(after))));
        return List.copyOf(after);
    }
}
