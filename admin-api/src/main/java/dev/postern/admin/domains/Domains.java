package dev.postern.admin.domains;

import dev.postern.admin.access.Scope;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.listing.SearchText;
import dev.postern.common.mail.DomainName;
import java.util.Optional;

/** The domains this platform takes mail for, but those in the bin. */
public interface Domains {

    Optional<Domain> find(DomainName name);

    /** In the order of their names; {@code text} is found in the name or the note. */
    Page<Domain> list(Optional<SearchText> text, Scope scope, PageRequest request);

    /**
     * Adds a domain without any mailbox.
     *
     * @return false if it is there already
     */
    boolean add(NewDomain domain);

    void change(DomainName name, DomainChange change);

    void setLimits(DomainName name, DomainLimits limits);

    /** Puts a domain into the bin with its mailboxes and aliases. */
    void discard(DomainName name);

    boolean isDiscarded(DomainName name);

    /**
     * Keeps a domain as it is until the end of the transaction, and whoever else wants to hold it waiting. Who adds
     * something to it holds it first: so nobody counts what is in it while another adds more.
     *
     * @return empty if there is none
     */
    Optional<Domain> hold(DomainName name);
}
