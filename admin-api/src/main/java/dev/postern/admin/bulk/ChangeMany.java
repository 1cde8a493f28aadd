package dev.postern.admin.bulk;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.AliasChange;
import dev.postern.admin.aliases.ChangeAlias;
import dev.postern.admin.aliases.DeleteAlias;
import dev.postern.admin.mailboxes.ChangeMailbox;
import dev.postern.admin.mailboxes.DeleteMailbox;
import dev.postern.admin.mailboxes.MailboxChange;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.quota.Quota;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Does the same to many accounts: to all of them, or to none. */
@Service
public class ChangeMany {

    public static final int MOST = 500;

    private final ChangeMailbox changeMailbox;
    private final DeleteMailbox deleteMailbox;
    private final ChangeAlias changeAlias;
    private final DeleteAlias deleteAlias;
    private final TransactionTemplate transaction;

    ChangeMany(
            ChangeMailbox changeMailbox,
            DeleteMailbox deleteMailbox,
            ChangeAlias changeAlias,
            DeleteAlias deleteAlias,
            TransactionTemplate transaction) {
        this.changeMailbox = changeMailbox;
        this.deleteMailbox = deleteMailbox;
        this.changeAlias = changeAlias;
        this.deleteAlias = deleteAlias;
        this.transaction = transaction;
    }

    /**
     * Does it to mailboxes, and says to how many.
     *
     * @param quota what each may hold then, if that is to be set
     */
    public Outcome<Integer> toMailboxes(Collection<HostedAddress> addresses, BulkAction action, Optional<Quota> quota) {
        if (action == BulkAction.SET_QUOTA && quota.isEmpty()) {
            return Outcome.refused(new Refusal.Unfit("quotaBytes", "Say how much each of them may hold."));
        }
        return toAll(
                addresses,
                address -> action == BulkAction.DELETE
                        ? deleteMailbox.apply(address, Optional.empty())
                        : changeMailbox.apply(address, Optional.empty(), change(action, quota), Optional.empty()));
    }

    /** Does it to aliases, and says to how many. */
    public Outcome<Integer> toAliases(Collection<AliasAddress> addresses, BulkAction action) {
        if (action == BulkAction.SET_QUOTA) {
            return Outcome.refused(new Refusal.Unfit("action", "An alias holds no mail, so it has no quota."));
        }
        return toAll(
                addresses,
                address -> action == BulkAction.DELETE
                        ? deleteAlias.apply(address, Optional.empty())
                        : changeAlias.apply(
                                address, AliasChange.NONE.withEnabled(action == BulkAction.ENABLE), Optional.empty()));
    }

    private static MailboxChange change(BulkAction action, Optional<Quota> quota) {
        return new MailboxChange(
                Optional.empty(),
                Optional.empty(),
                action == BulkAction.SET_QUOTA ? quota : Optional.empty(),
                action == BulkAction.SET_QUOTA ? Optional.empty() : Optional.of(action == BulkAction.ENABLE),
                Optional.empty());
    }

    private <A> Outcome<Integer> toAll(Collection<A> addresses, Function<A, Outcome<?>> deed) {
        // Always in the same order, so that two who do this do not wait for each other.
        var wanted = addresses.stream()
                .distinct()
                .sorted(Comparator.comparing(String::valueOf))
                .toList();
        if (wanted.isEmpty() || wanted.size() > MOST) {
            return Outcome.refused(new Refusal.Unfit(
                    "addresses", "Name between 1 and %d addresses, not %d.".formatted(MOST, wanted.size())));
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            var refusal = firstRefusal(wanted, deed);
            refusal.ifPresent(_ -> status.setRollbackOnly());
            return refusal.<Outcome<Integer>>map(Outcome::refused).orElseGet(() -> Outcome.done(wanted.size()));
        }));
    }

    private static <A> Optional<Refusal> firstRefusal(List<A> addresses, Function<A, Outcome<?>> deed) {
        for (var address : addresses) {
            if (deed.apply(address) instanceof Outcome.Refused<?>(var refusal)) {
                return Optional.of(new Refusal.Unfit(
                        "addresses", "%s: %s Nothing was changed.".formatted(address, refusal.detail())));
            }
        }
        return Optional.empty();
    }
}
