package dev.postern.admin.forwarding;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.Target;
import dev.postern.common.mail.MailAddress;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Mailboxes that pass everything on to each other in a ring would keep a message from ever arriving: Postfix would turn it
 * away for later, again and again. One of them that keeps a copy is the end of the ring.
 */
@Component
class RingCheck {

    private final Forwardings forwardings;

    RingCheck(Forwardings forwardings) {
        this.forwardings = forwardings;
    }

    /** The mailbox by which mail would come back, if it would. What is looked at stays as it is until the transaction ends. */
    Optional<MailAddress> comesBack(HostedAddress from, Forwarding wanted) {
        var open = new ArrayDeque<>(mailboxes(wanted));
        var seen = new HashSet<MailAddress>();
        while (wanted.passesEverythingOn() && !open.isEmpty()) {
            var next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            var onwards = mailboxes(passedOn(next));
            if (onwards.contains(from.address())) {
                return Optional.of(next);
            }
            open.addAll(onwards);
        }
        return Optional.empty();
    }

    private static List<MailAddress> mailboxes(Forwarding forwarding) {
        return forwarding.targets().stream().map(Target::mailbox).toList();
    }

    private Forwarding passedOn(MailAddress address) {
        return hosted(address)
                .flatMap(forwardings::hold)
                .filter(Forwarding::passesEverythingOn)
                .orElse(Forwarding.NONE);
    }

    /** Empty for an address that can be none of ours. */
    private static Optional<HostedAddress> hosted(MailAddress address) {
        try {
            return Optional.of(new HostedAddress(address));
        } catch (IllegalArgumentException elsewhere) {
            return Optional.empty();
        }
    }
}
