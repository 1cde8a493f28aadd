package dev.postern.admin.aliases;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts an alias or a catch-all into the bin. */
@Service
public class DeleteAlias {

    private final Aliases aliases;
    private final Access access;
    private final AuditLog audit;

    DeleteAlias(Aliases aliases, Access access, AuditLog audit) {
        this.aliases = aliases;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Returns how it was. The owner of a mailbox may delete the disposable ones that lead to it alone.
     *
     * @param seen the version of the alias that was looked at, if that matters
     */
    @Transactional
    public Outcome<Alias> apply(AliasAddress address, Optional<Long> seen) {
        var before = aliases.hold(address);
        before.flatMap(Alias::owner).ifPresentOrElse(access::toChangeFor, () -> access.toChange(address.domain()));
        if (before.isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no alias %s.".formatted(address)));
        }
        return before.get()
                .refusalUnless(seen)
                .<Outcome<Alias>>map(Outcome::refused)
                .orElseGet(() -> remove(before.get()));
    }

    private Outcome<Alias> remove(Alias alias) {
        var address = alias.address();
        aliases.discard(address);
        audit.add(AuditEvent.gone("alias.deleted", address.toString(), address.domain(), Snapshot.of(alias)));
        return Outcome.done(alias);
    }
}
