package dev.postern.admin.self.aliases;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.Alias;
import dev.postern.admin.aliases.CreateDisposable;
import dev.postern.admin.aliases.Expiry;
import dev.postern.admin.aliases.Target;
import dev.postern.admin.aliases.Targets;
import dev.postern.admin.mailboxes.Mailboxes;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.self.policy.OwnerPolicies;
import dev.postern.admin.self.policy.OwnerPolicy;
import dev.postern.admin.text.Note;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes up an address for the owner of a mailbox, as long as he has fewer than his domain allows. */
@Service
class CreateOwnAlias {

    private final Mailboxes mailboxes;
    private final OwnAliases ownAliases;
    private final OwnerPolicies policies;
    private final CreateDisposable createDisposable;

    CreateOwnAlias(
            Mailboxes mailboxes, OwnAliases ownAliases, OwnerPolicies policies, CreateDisposable createDisposable) {
        this.mailboxes = mailboxes;
        this.ownAliases = ownAliases;
        this.policies = policies;
        this.createDisposable = createDisposable;
    }

    @Transactional
    public Outcome<Alias> apply(HostedAddress mailbox, Note note, Expiry expiry) {
        // Held, so that two at once do not both find room for the last one.
        if (mailboxes.hold(mailbox).isEmpty()) {
            return Outcome.refused(new Refusal.Missing("There is no mailbox %s.".formatted(mailbox)));
        }
        int most = mostOf(mailbox);
        if (ownAliases.of(mailbox).size() >= most) {
            return Outcome.refused(new Refusal.Unfit(
                    "note",
                    most == 0
                            ? "Addresses of your own are not allowed in your domain; ask who runs it."
                            : "You have as many addresses as your domain allows, which is %d; delete one first."
                                    .formatted(most)));
        }
        var target = new Targets(List.of(new Target(mailbox.address())));
        return createDisposable.apply(mailbox.domain(), target, note, expiry);
    }

    int mostOf(HostedAddress mailbox) {
        return policies.of(mailbox.domain()).map(OwnerPolicy::ownAliases).orElse(0);
    }
}
