package dev.postern.admin.aliases;

import dev.postern.admin.addresses.Addresses;
import dev.postern.admin.addresses.Holder;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.domains.Room;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a new alias, if its domain has room for it. Nobody else adds anything to the domain meanwhile. */
@Service
class StoreAlias {

    private final Domains domains;
    private final Addresses addresses;
    private final Aliases aliases;
    private final Room room;
    private final TargetCheck targetCheck;
    private final ExpiryCheck expiryCheck;
    private final AuditLog audit;

    StoreAlias(
            Domains domains,
            Addresses addresses,
            Aliases aliases,
            Room room,
            TargetCheck targetCheck,
            ExpiryCheck expiryCheck,
            AuditLog audit) {
        this.domains = domains;
        this.addresses = addresses;
        this.aliases = aliases;
        this.room = room;
        this.targetCheck = targetCheck;
        this.expiryCheck = expiryCheck;
        this.audit = audit;
    }

    @Transactional
    public Outcome<Alias> apply(NewAlias wanted) {
        return refusal(wanted).<Outcome<Alias>>map(Outcome::refused).orElseGet(() -> store(wanted));
    }

    private Optional<Refusal> refusal(NewAlias wanted) {
        var address = wanted.address();
        var domain = domains.hold(address.domain());
        if (domain.isEmpty()) {
            return Optional.of(new Refusal.Unfit(
                    "address", "There is no domain %s here; create it first.".formatted(address.domain())));
        }
        if (address.isCatchAll()) {
            // It is a setting of its domain: the old one gives way.
            aliases.forgetDiscarded(address);
        }
        return addresses
                .refusal(address.toString())
                .or(() -> targetCheck.refusal(address, wanted.targets()))
                .or(() -> expiryCheck.refusal(wanted.expiry()))
                .or(() -> room.forAliases(domain.get(), 1));
    }

    private Outcome<Alias> store(NewAlias wanted) {
        var address = wanted.address();
        if (!addresses.claim(address.toString(), address.domain(), Holder.ALIAS)) {
            return Outcome.refused(addresses.refusal(address.toString()).orElseThrow());
        }
        aliases.add(wanted);
        var made = aliases.find(address).orElseThrow();
        audit.add(AuditEvent.made("alias.created", address.toString(), address.domain(), Snapshot.of(made)));
        return Outcome.done(made);
    }
}
