package dev.postern.admin.domains;

import dev.postern.admin.access.Scope;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.common.mail.DomainName;
import java.util.Optional;

/** The domains this platform takes mail for. */
public interface Domains {

    Optional<Domain> find(DomainName name);

    /** In the order of their names. */
    Page<Domain> list(Scope scope, PageRequest request);

    /**
     * Adds a domain without any mailbox.
     *
     * @return false if it is there already
     */
    boolean add(DomainName name, boolean enabled, RelayName relay);

    /**
     * Changes what the change names.
     *
     * @return false if there is none
     */
    boolean change(DomainName name, DomainChange change);

    /**
     * Removes a domain with its mailboxes and aliases.
     *
     * @return false if there is none
     */
    boolean remove(DomainName name);

    /**
     * Keeps a domain as it is until the end of the transaction, and whoever else wants to hold it waiting.
     *
     * @return empty if there is none
     */
    Optional<Domain> hold(DomainName name);
}
