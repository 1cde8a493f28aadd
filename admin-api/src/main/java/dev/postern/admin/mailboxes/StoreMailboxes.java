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
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.admin.quota.Quota;
import dev.postern.common.mail.DomainName;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps many new mailboxes, of any number of domains, if all of them can be kept. */
@Service
public class StoreMailboxes {

    private final Domains domains;
    private final Addresses addresses;
    private final Mailboxes mailboxes;
    private final MailboxSettings settings;
    private final Room room;
    private final AuditLog audit;

    StoreMailboxes(
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

    /** Why which of them could not be kept as things are now; a domain without room tells it of its first one. */
    public Map<HostedAddress, Refusal> refusals(Collection<NewMailbox> wanted) {
        return refusals(wanted, domains::find);
    }

    /**
     * Keeps all of them, or none. Nobody else adds anything to their domains meanwhile.
     *
     * @return why which of them cannot be kept; empty if all were
     */
    @Transactional
    public Map<HostedAddress, Refusal> apply(
            Collection<NewMailbox> wanted, Map<HostedAddress, PasswordHash> passwords) {
        var held = new LinkedHashMap<DomainName, Optional<Domain>>();
        // Always in the same order, so that two who do this do not wait for each other.
        byDomain(wanted).keySet().stream()
                .sorted(Comparator.comparing(DomainName::ascii))
                .forEach(name -> held.put(name, domains.hold(name)));
        var refusals = refusals(wanted, name -> Objects.requireNonNull(held.get(name)));
        if (refusals.isEmpty()) {
            store(wanted, passwords, held);
        }
        return refusals;
    }

    private Map<HostedAddress, Refusal> refusals(
            Collection<NewMailbox> wanted, Function<DomainName, Optional<Domain>> lookUp) {
        var refusals = new LinkedHashMap<HostedAddress, Refusal>();
        byDomain(wanted).forEach((name, those) -> {
            var domain = lookUp.apply(name);
            if (domain.isEmpty()) {
                those.forEach(mailbox -> refusals.put(
                        mailbox.address(),
                        new Refusal.Unfit("address", "There is no domain %s here; create it first.".formatted(name))));
            } else {
                refuseTaken(name, those, refusals);
                var quotas = those.stream()
                        .map(mailbox -> quota(domain.get(), mailbox))
                        .toList();
                room.forMailboxes(domain.get(), quotas)
                        .ifPresent(
                                refusal -> refusals.putIfAbsent(those.getFirst().address(), refusal));
            }
        });
        return refusals;
    }

    private void refuseTaken(DomainName name, List<NewMailbox> those, Map<HostedAddress, Refusal> refusals) {
        var taken = addresses.heldIn(name).keySet();
        var erased = mailboxes.beingErased(name);
        for (var mailbox : those) {
            var address = mailbox.address();
            if (taken.contains(address.toString())) {
                addresses.refusal(address.toString()).ifPresent(refusal -> refusals.put(address, refusal));
            } else if (erased.contains(address.toString())) {
                refusals.put(address, StoreMailbox.stillErased(address));
            }
        }
    }

    private void store(
            Collection<NewMailbox> wanted,
            Map<HostedAddress, PasswordHash> passwords,
            Map<DomainName, Optional<Domain>> held) {
        var quotas = wanted.stream()
                .collect(Collectors.toMap(
                        NewMailbox::address,
                        mailbox -> quota(
                                Objects.requireNonNull(
                                                held.get(mailbox.address().domain()))
                                        .orElseThrow(),
                                mailbox)));
        addresses.claimAll(
                wanted.stream().map(mailbox -> mailbox.address().toString()).toList(), Holder.MAILBOX);
        mailboxes.addAll(wanted, passwords, quotas);
        audit.addAll(wanted.stream()
                .map(mailbox -> AuditEvent.made(
                        "mailbox.created",
                        mailbox.address().toString(),
                        mailbox.address().domain(),
                        snapshot(mailbox, Objects.requireNonNull(quotas.get(mailbox.address())))))
                .toList());
    }

    private static Snapshot snapshot(NewMailbox mailbox, Quota quota) {
        return Snapshot.of("address", mailbox.address())
                .with("displayName", mailbox.displayName().text())
                .with("note", mailbox.note().text())
                .with("quota", quota)
                .with("enabled", mailbox.enabled());
    }

    private Quota quota(Domain domain, NewMailbox wanted) {
        return wanted.quota().orElseGet(() -> domain.limits().quotaOfNewMailbox(settings.quota()));
    }

    private static Map<DomainName, List<NewMailbox>> byDomain(Collection<NewMailbox> wanted) {
        return wanted.stream()
                .collect(Collectors.groupingBy(
                        mailbox -> mailbox.address().domain(), LinkedHashMap::new, Collectors.toList()));
    }
}
