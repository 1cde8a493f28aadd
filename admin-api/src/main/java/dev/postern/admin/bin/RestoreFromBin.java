package dev.postern.admin.bin;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.domains.Room;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings something back that was deleted, with all that belongs to it. */
@Service
public class RestoreFromBin {

    private final Bin bin;
    private final BinTables tables;
    private final Domains domains;
    private final Room room;
    private final Access access;
    private final AuditLog audit;

    RestoreFromBin(Bin bin, BinTables tables, Domains domains, Room room, Access access, AuditLog audit) {
        this.bin = bin;
        this.tables = tables;
        this.domains = domains;
        this.room = room;
        this.access = access;
        this.audit = audit;
    }

    /** What was in use before is in use again, at once. */
    @Transactional
    public Outcome<BinEntry> apply(BinName name) {
        name.allow(access);
        tables.holdDomain(name.domain());
        var entry = bin.find(name.text());
        if (entry.isEmpty()) {
            return Outcome.refused(name.missing());
        }
        return noRoom(entry.get()).<Outcome<BinEntry>>map(Outcome::refused).orElseGet(() -> bringBack(entry.get()));
    }

    private Optional<Refusal> noRoom(BinEntry entry) {
        var domain = domains.find(entry.domain());
        return switch (entry.kind()) {
            case DOMAIN -> Optional.empty();
            case MAILBOX ->
                domain.flatMap(found -> room.forMailboxes(
                        found, tables.quotaOf(entry.name()).stream().toList()));
            case ALIAS -> domain.flatMap(found -> room.forAliases(found, 1));
        };
    }

    private Outcome<BinEntry> bringBack(BinEntry entry) {
        switch (entry.kind()) {
            case DOMAIN -> tables.bringBackDomain(entry.domain(), entry.deletedAt());
            case MAILBOX -> tables.bringBackMailbox(entry.name());
            case ALIAS -> tables.bringBackAlias(entry.name());
        }
        audit.add(AuditEvent.made(
                entry.kind().name().toLowerCase(Locale.ROOT) + ".restored",
                entry.name(),
                entry.domain(),
                Snapshot.of(entry)));
        return Outcome.done(entry);
    }
}
