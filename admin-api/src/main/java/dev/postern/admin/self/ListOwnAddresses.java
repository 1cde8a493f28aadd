package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.passwords.Password;

/** Tells whoever can read a mailbox under which addresses he may send. */
final class ListOwnAddresses {

    private final OwnerCheck owner;
    private final SenderAddresses senders;

    ListOwnAddresses(OwnerCheck owner, SenderAddresses senders) {
        this.owner = owner;
        this.senders = senders;
    }

    OwnAddresses apply(HostedAddress mailbox, Password password) {
        return owner.byAnyPassword(mailbox, password)
                .<OwnAddresses>map(stranger -> stranger)
                .orElseGet(() -> senders.of(mailbox));
    }
}
