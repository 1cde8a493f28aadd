package dev.postern.admin.domains;

import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.quota.Quota;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether something more fits into a domain. Whoever asks holds the domain, so that the answer stays true. */
@Component
public class Room {

    private static final String TO_DO = " Remove what is not needed, or ask an owner of the platform for more.";

    private final DomainContents contents;

    Room(DomainContents contents) {
        this.contents = contents;
    }

    /** Why mailboxes with these quotas cannot be added. */
    public Optional<Refusal> forMailboxes(Domain domain, Collection<Quota> quotas) {
        var limits = domain.limits();
        if (limits.equals(DomainLimits.NONE)) {
            return Optional.empty();
        }
        var there = contents.of(domain.name());
        return limits.mailboxes()
                .filter(most -> there.mailboxes() + quotas.size() > most)
                .map(most -> tooMany(domain, there.mailboxes(), most, "mailboxes"))
                .or(() -> quotas.stream()
                        .flatMap(quota -> tooLarge(domain, quota).stream())
                        .findFirst())
                .or(() -> tooMuch(
                        domain,
                        there.quotaBytes(),
                        quotas.stream().mapToLong(Quota::bytes).sum()));
    }

    /** Why further aliases cannot be added. */
    public Optional<Refusal> forAliases(Domain domain, int added) {
        return domain.limits().aliases().flatMap(most -> {
            var there = contents.of(domain.name()).aliases();
            return Optional.of(there)
                    .filter(count -> count + added > most)
                    .map(count -> tooMany(domain, count, most, "aliases"));
        });
    }

    /** Why mailboxes cannot be given other quotas. Less than before is never refused. */
    public Optional<Refusal> forQuotas(Domain domain, Collection<QuotaChange> changes) {
        var more = changes.stream().mapToLong(QuotaChange::more).sum();
        return changes.stream()
                .filter(change -> change.more() > 0)
                .flatMap(change -> tooLarge(domain, change.after()).stream())
                .findFirst()
                .or(() -> more <= 0 || domain.limits().totalQuota().isEmpty()
                        ? Optional.empty()
                        : tooMuch(domain, contents.of(domain.name()).quotaBytes(), more));
    }

    /** What one mailbox may hold, and what it is to hold. */
    public record QuotaChange(Quota before, Quota after) {

        private long more() {
            return after.bytes() - before.bytes();
        }
    }

    private static Refusal tooMany(Domain domain, long there, int most, String what) {
        return new Refusal.Unfit(
                "address", "%s may have %d %s and has %d already.".formatted(domain.name(), most, what, there) + TO_DO);
    }

    private static Optional<Refusal> tooLarge(Domain domain, Quota quota) {
        return domain.limits()
                .mailboxQuota()
                .filter(most -> quota.bytes() > most.bytes())
                .map(most -> new Refusal.Unfit(
                        "quotaBytes", "A mailbox of %s may hold %s, not %s.".formatted(domain.name(), most, quota)));
    }

    private static Optional<Refusal> tooMuch(Domain domain, long there, long more) {
        return domain.limits()
                .totalQuota()
                .filter(most -> there + more > most.bytes())
                .map(most -> new Refusal.Unfit(
                        "quotaBytes",
                        "The mailboxes of %s may hold %s together; %d bytes of that are left."
                                        .formatted(domain.name(), most, Math.max(0, most.bytes() - there))
                                + TO_DO));
    }
}
