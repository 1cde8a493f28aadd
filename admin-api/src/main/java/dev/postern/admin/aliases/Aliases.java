package dev.postern.admin.aliases;

import dev.postern.admin.access.Scope;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.listing.AccountFilter;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.listing.Sorting;
import java.util.List;
import java.util.Optional;

/** The aliases of all domains, but those in the bin. */
public interface Aliases {

    int MOST_OF_ONE_MAILBOX = 500;

    Optional<Alias> find(AliasAddress address);

    /** Keeps an alias as it is until the end of the transaction. */
    Optional<Alias> hold(AliasAddress address);

    Page<Alias> list(AccountFilter filter, Scope scope, Sorting<AliasKey> sorting, PageRequest request);

    /** Those that lead to a mailbox, in the order of their addresses. */
    List<Alias> leadingTo(HostedAddress mailbox, Scope scope);

    /** The address has to be claimed before. */
    void add(NewAlias alias);

    /** Puts an alias into the bin. */
    void discard(AliasAddress address);

    /** Removes an alias for good if it lies in the bin. */
    void forgetDiscarded(AliasAddress address);

    void change(AliasAddress address, AliasChange change);
}
