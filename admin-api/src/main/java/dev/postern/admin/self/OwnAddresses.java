package dev.postern.admin.self;

import java.util.List;

/** What an owner's question for his addresses is answered with. */
sealed interface OwnAddresses permits OwnAddresses.Known, Stranger {

    /**
     * Under what he may send.
     *
     * @param addresses the mailbox itself, and the aliases that lead to it
     * @param domains those of which he may use every address
     * @param hyphenDomains those in which a hyphen begins the detail of an address; in the others a plus sign does
     */
    record Known(List<String> addresses, List<String> domains, List<String> hyphenDomains) implements OwnAddresses {}
}
