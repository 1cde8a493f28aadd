package dev.postern.admin.self.forwarding;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.forwarding.Forwarding;
import dev.postern.admin.forwarding.SetForwarding;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.self.policy.OwnerPolicies;
import dev.postern.admin.self.policy.OwnerPolicy;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Says where mail goes on to, as far as the owner's domain leaves that to him. He may always end it. */
@Service
class SetOwnForwarding {

    private final OwnerPolicies policies;
    private final Domains domains;
    private final SetForwarding setForwarding;

    SetOwnForwarding(OwnerPolicies policies, Domains domains, SetForwarding setForwarding) {
        this.policies = policies;
        this.domains = domains;
        this.setForwarding = setForwarding;
    }

    Outcome<Forwarding> apply(HostedAddress mailbox, Forwarding wanted) {
        return complaint(allowed(mailbox), wanted)
                .<Outcome<Forwarding>>map(text -> Outcome.refused(new Refusal.Unfit("targets", text)))
                .orElseGet(() -> setForwarding.apply(mailbox, wanted, Optional.empty()));
    }

    OwnerPolicy.Forwarding allowed(HostedAddress mailbox) {
        return policies.of(mailbox.domain()).map(OwnerPolicy::forwarding).orElse(OwnerPolicy.Forwarding.NONE);
    }

    private Optional<String> complaint(OwnerPolicy.Forwarding allowed, Forwarding wanted) {
        return switch (allowed) {
            case ANYWHERE -> Optional.empty();
            case INSIDE ->
                wanted.targets().stream()
                        .filter(target -> domains.find(target.domain()).isEmpty())
                        .findFirst()
                        .map("Your domain allows forwarding to mailboxes here alone, and %s is elsewhere."::formatted);
            case NONE ->
                wanted.targets().isEmpty()
                        ? Optional.empty()
                        : Optional.of("Forwarding is not allowed in your domain; ask who runs it.");
        };
    }
}
