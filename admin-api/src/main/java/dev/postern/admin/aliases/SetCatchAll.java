package dev.postern.admin.aliases;

import dev.postern.admin.access.Access;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says where mail goes that no mailbox and no alias of a domain takes. It is the domain's alias {@code @domain}. */
@Service
public class SetCatchAll {

    private final Domains domains;
    private final Aliases aliases;
    private final CreateAlias create;
    private final ChangeAlias change;
    private final DeleteAlias delete;
    private final Access access;

    SetCatchAll(
            Domains domains,
            Aliases aliases,
            CreateAlias create,
            ChangeAlias change,
            DeleteAlias delete,
            Access access) {
        this.domains = domains;
        this.aliases = aliases;
        this.create = create;
        this.change = change;
        this.delete = delete;
        this.access = access;
    }

    /**
     * Returns where it goes then.
     *
     * @param targets none: such mail is refused
     */
    @Transactional
    public Outcome<List<Target>> apply(DomainName domain, List<Target> targets) {
        access.toChange(domain);
        if (domains.hold(domain).isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no domain %s.".formatted(domain)));
        }
        var address = new AliasAddress.CatchAll(domain);
        var present = aliases.hold(address);
        if (targets.isEmpty()) {
            present.ifPresent(_ -> delete.apply(address, Optional.empty()));
            return Outcome.done(List.of());
        }
        var wanted = new Targets(targets);
        var outcome = present.isPresent()
                ? change.apply(address, AliasChange.NONE.withTargets(wanted).withEnabled(true), Optional.empty())
                : create.apply(NewAlias.of(address, wanted));
        return outcome.map(alias -> alias.targets().all());
    }
}
