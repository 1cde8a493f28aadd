package dev.postern.admin.aliases;

import dev.postern.admin.access.Scope;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.common.mail.DomainName;
import java.util.Optional;

/** The aliases of all domains. */
public interface Aliases {

    Optional<Alias> find(AliasAddress address);

    /** In the order of their addresses; of one domain or of all. */
    Page<Alias> list(Optional<DomainName> domain, Scope scope, PageRequest request);

    /** The address has to be claimed before. */
    void add(AliasAddress address, Targets targets, boolean enabled);

    /**
     * Takes an alias into use or out of it.
     *
     * @return false if there is no such alias
     */
    boolean enable(AliasAddress address, boolean enabled);

    void retarget(AliasAddress address, Targets targets);
}
