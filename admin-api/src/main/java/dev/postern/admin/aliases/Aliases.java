package dev.postern.admin.aliases;

import dev.postern.admin.access.Scope;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.common.mail.DomainName;
import java.util.Optional;

/** The aliases of all domains. */
public interface Aliases {

    Optional<Alias> find(AliasAddress address);

    /** Keeps an alias as it is until the end of the transaction. */
    Optional<Alias> hold(AliasAddress address);

    /** In the order of their addresses; of one domain or of all. */
    Page<Alias> list(Optional<DomainName> domain, Scope scope, PageRequest request);

    /** The address has to be claimed before. */
    void add(AliasAddress address, Targets targets, boolean enabled);

    void change(AliasAddress address, AliasChange change);
}
