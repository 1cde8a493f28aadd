package dev.postern.admin.addresses;

import dev.postern.admin.outcome.Refusal;
import dev.postern.common.mail.DomainName;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Every address, each held by one mailbox or one alias, be it in the bin. A catch-all holds {@code @domain}. */
public interface Addresses {

    /** What holds an address; empty too when that lies in the bin. */
    Optional<Holder> holderOf(String address);

    /** All addresses of a domain that are held. */
    Map<String, Holder> heldIn(DomainName domain);

    /** Why a new mailbox or alias cannot have an address: somebody holds it, or is to get it back from the bin. */
    Optional<Refusal> refusal(String address);

    /**
     * Takes an address for a new holder.
     *
     * @return false if somebody holds it already
     */
    boolean claim(String address, DomainName domain, Holder holder);

    /** Takes many, of which none is held; their domains are theirs by name. */
    void claimAll(Collection<String> addresses, Holder holder);
}
