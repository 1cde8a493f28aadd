package dev.postern.admin.sending;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.common.mail.DomainName;
import java.util.Optional;

/** What mailboxes and domains may send. */
interface SendingRights {

    /**
     * What a mailbox may send.
     *
     * @param sendsForDomain whether it may send under every address of its domain
     */
    record OfMailbox(boolean sendsForDomain, SendingLimits limits) {}

    Optional<OfMailbox> of(HostedAddress mailbox);

    Optional<SendingLimits> of(DomainName domain);

    /** Returns the same rights; empty if there is no such mailbox */
    Optional<OfMailbox> set(HostedAddress mailbox, OfMailbox rights);

    /** Returns the same limits; empty if there is no such domain */
    Optional<SendingLimits> set(DomainName domain, SendingLimits limits);
}
