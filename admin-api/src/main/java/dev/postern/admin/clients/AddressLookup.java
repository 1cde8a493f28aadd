package dev.postern.admin.clients;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.common.mail.DomainName;

/** Whether an address is of a domain here. It says nothing about whether somebody has it. */
sealed interface AddressLookup {

    record Hosted(HostedAddress address) implements AddressLookup {}

    record Foreign(DomainName domain) implements AddressLookup {}

    /** What no mailbox here can be called; the reason is for people. */
    record Malformed(String reason) implements AddressLookup {}
}
