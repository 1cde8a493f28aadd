package dev.postern.admin.aliases;

import dev.postern.admin.access.Access;
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

/** Makes an alias or a catch-all. */
@Service
public class CreateAlias {

    private final Domains domains;
    private final Addresses addresses;
    private final Aliases aliases;
    private final Room room;
    private final TargetCheck targetCheck;
    private final Access access;
    private final AuditLog audit;

    CreateAlias(
            Domains domains,
            Addresses addresses,
            Aliases aliases,
            Room room,
            TargetCheck targetCheck,
            Access access,
            AuditLog audit) {
        this.domains = domains;
        this.addresses = addresses;
        this.aliases = aliases;
        this.room = room;
        this.targetCheck = targetCheck;
        this.access = access;
        this.audit = audit;
    }

    /** Its targets that are here have to be mailboxes. */
    @Transactional
    public Outcome<Alias> apply(AliasAddress address, Targets targets, boolean enabled) {
        access.toChange(address.domain());
        return refusal(address, targets)
                .<Outcome<Alias>>map(Outcome::refused)
                .orElseGet(() -> create(address, targets, enabled));
    }

    private Optional<Refusal> refusal(AliasAddress address, Targets targets) {
        var domain = domains.hold(address.domain());
        if (domain.isEmpty()) {
            return Optional.of(new Refusal.Unfit(
                    "address", "There is no domain %s here; create it first.".formatted(address.domain())));
        }
        return addresses
                .holderOf(address.toString())
                .<Refusal>map(holder -> taken(address, holder))
                .or(() -> targetCheck.refusal(address, targets))
                .or(() -> room.forAliases(domain.get(), 1));
    }

    private Outcome<Alias> create(AliasAddress address, Targets targets, boolean enabled) {
        if (!addresses.claim(address.toString(), address.domain(), Holder.ALIAS)) {
            return Outcome.refused(taken(address, Holder.ALIAS));
        }
        aliases.add(address, targets, enabled);
        var made = aliases.find(address).orElseThrow();
        audit.add(AuditEvent.made("alias.created", address.toString(), address.domain(), Snapshot.of(made)));
        return Outcome.done(made);
    }

    private static Refusal taken(AliasAddress address, Holder holder) {
        return new Refusal.Taken("address", "%s is %s already.".formatted(address, holder.description()));
    }
}
