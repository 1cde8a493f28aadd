package dev.postern.admin.mailboxes;

import dev.postern.admin.access.Scope;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.listing.AccountFilter;
import dev.postern.admin.listing.Page;
import dev.postern.admin.listing.PageRequest;
import dev.postern.admin.listing.Sorting;
import dev.postern.admin.passwords.PasswordHash;
import dev.postern.admin.quota.Quota;
import dev.postern.common.mail.DomainName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mailboxes of all domains, but those in the bin. */
public interface Mailboxes {

    Optional<Mailbox> find(HostedAddress address);

    /** Keeps a mailbox as it is until the end of the transaction. */
    Optional<Mailbox> hold(HostedAddress address);

    Page<Mailbox> list(AccountFilter filter, Scope scope, Sorting<MailboxKey> sorting, PageRequest request);

    /** The password with which the owner can log in now; empty too when the mailbox or its domain is disabled. */
    Optional<PasswordHash> passwordOf(HostedAddress address);

    /** The address has to be claimed before. */
    void add(NewMailbox mailbox, PasswordHash password, Quota quota);

    /** The same for many. */
    void addAll(
            Collection<NewMailbox> wanted,
            Map<HostedAddress, PasswordHash> passwords,
            Map<HostedAddress, Quota> quotas);

    void change(HostedAddress address, MailboxChange change);

    /** Puts a mailbox into the bin. */
    void discard(HostedAddress address);

    /** Whether the mail of a former mailbox of this address is still to be removed. */
    boolean isBeingErased(HostedAddress address);

    /** The addresses of a domain for which that is so. */
    Set<String> beingErased(DomainName domain);

    /** Counts its version up after something else of it was changed. */
    void touch(HostedAddress address);

    /**
     * Sets the password.
     *
     * @return false if there is no such mailbox
     */
    boolean setPassword(HostedAddress address, PasswordHash password);

    /**
     * Keeps the same password by another hash.
     *
     * @return false if the password is not the one that was known any more
     */
    boolean replacePassword(HostedAddress address, PasswordHash known, PasswordHash better);
}
