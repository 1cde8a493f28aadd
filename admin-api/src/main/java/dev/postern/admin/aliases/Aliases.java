package dev.postern.admin.aliases;

import dev.postern.admin.access.Scope;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.common.mail.DomainName;
import java.util.List;
import java.util.Optional;

/** The aliases of all domains. */
public interface Aliases {

    int MOST_OF_ONE_MAILBOX = 500;

    Optional<Alias> find(AliasAddress address);

    /** Keeps an alias as it is until the end of the transaction. */
    Optional<Alias> hold(AliasAddress address);

    /** In the order of their addresses; of one domain or of all. */
    Page<Alias> list(Optional<DomainName> domain, Scope scope, PageRequest request);

    /** Those that lead to a mailbox, in the order of their addresses. */
    List<Alias> leadingTo(HostedAddress mailbox, Scope scope);

    /** The address has to be claimed before. */
    void add(NewAlias alias);

    void change(AliasAddress address, AliasChange change);
}
