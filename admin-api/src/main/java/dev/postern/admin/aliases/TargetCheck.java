package dev.postern.admin.aliases;

import dev.postern.admin.addresses.Addresses;
import dev.postern.admin.addresses.Holder;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.outcome.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * An alias, like the forwarding of a mailbox, leads to mailboxes of ours and to addresses elsewhere, never to another alias. So no ring of aliases can be
 * closed, and what Postfix accepts for an alias has somewhere to go.
 */
@Component
public class TargetCheck {

    private static final String FIELD = "targets";

    private final Addresses addresses;
    private final Domains domains;

    TargetCheck(Addresses addresses, Domains domains) {
        this.addresses = addresses;
        this.domains = domains;
    }

    Optional<Refusal> refusal(AliasAddress alias, Targets targets) {
        return refusal(alias.toString(), targets.all());
    }

    /**
     * Why mail cannot go on to one of these.
     *
     * @param from the address that is to lead there
     */
    public Optional<Refusal> refusal(String from, List<Target> targets) {
        return targets.stream()
                .flatMap(target -> complaint(from, target).stream())
                .<Refusal>map(complaint -> new Refusal.Unfit(FIELD, complaint))
                .findFirst();
    }

    private Optional<String> complaint(String from, Target target) {
        var mailbox = target.mailbox().toString();
        if (mailbox.equals(from)) {
            return Optional.of("%s would lead to itself; leave it out of its targets.".formatted(from));
        }
        if (domains.find(target.domain()).isEmpty()) {
            return Optional.empty();
        }
        return addresses
                .holderOf(mailbox)
                .map(holder -> holder == Holder.MAILBOX
                        ? Optional.<String>empty()
                        : Optional.of("%s is an alias; name its targets instead.".formatted(target)))
                .orElseGet(() ->
                        Optional.of("There is no mailbox %s; create it first or leave it out.".formatted(mailbox)));
    }
}
