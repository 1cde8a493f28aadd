package dev.postern.admin.migration.export;

import dev.postern.admin.domains.DomainLimits;
import dev.postern.admin.migration.export.Remark.Code;
import dev.postern.admin.quota.Quota;
import java.util.Optional;

/** How much may be in a domain of another mail server. */
final class Limits {

    private Limits() {}

    /** How many there may be, and how many bytes; negative where there is no limit. */
    record Numbers(long mailboxes, long aliases, long totalBytes, long mailboxBytes, long usualBytes) {}

    /** Numbers that contradict each other, or are beyond ours, are dropped and told of. */
    static DomainLimits of(Collected collected, Place place, String domain, Numbers numbers) {
        try {
            return new DomainLimits(
                    count(numbers.mailboxes),
                    count(numbers.aliases),
                    bytes(numbers.totalBytes),
                    bytes(numbers.mailboxBytes),
                    bytes(numbers.usualBytes));
        } catch (IllegalArgumentException contradiction) {
            collected.remark(place, domain, Code.LIMITS_DROPPED);
            return DomainLimits.NONE;
        }
    }

    private static Optional<Integer> count(long number) {
        return number < 0 ? Optional.empty() : Optional.of(Math.toIntExact(Math.min(number, Integer.MAX_VALUE)));
    }

    private static Optional<Quota> bytes(long number) {
        return number <= 0 ? Optional.empty() : Optional.of(new Quota(number));
    }
}
