package dev.postern.admin.addresses;

import dev.postern.common.mail.DomainName;
import java.util.Map;
import java.util.Optional;

/** Every address in use, each held by one mailbox or one alias. A catch-all holds {@code @domain}. */
public interface Addresses {

    Optional<Holder> holderOf(String address);

    /** All addresses of a domain that are held. */
    Map<String, Holder> heldIn(DomainName domain);

    /**
     * Takes an address for a new holder.
     *
     * @return false if somebody holds it already
     */
    boolean claim(String address, DomainName domain, Holder holder);

    /**
     * Gives an address back; the mailbox or alias that held it goes with it.
     *
     * @return false if it is not held by such a holder
     */
    boolean release(String address, Holder holder);
}
