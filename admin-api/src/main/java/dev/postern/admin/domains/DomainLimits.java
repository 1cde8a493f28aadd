package dev.postern.admin.domains;

import dev.postern.admin.quota.Quota;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much may be in a domain. What is there already stays when a limit is lowered; what is empty has no limit.
 *
 * @param totalQuota what all mailboxes together may hold
 * @param mailboxQuota what one mailbox may hold
 * @param usualQuota what a new mailbox may hold unless it is told otherwise; empty is what the platform says
 */
public record DomainLimits(
        Optional<Integer> mailboxes,
        Optional<Integer> aliases,
        Optional<Quota> totalQuota,
        Optional<Quota> mailboxQuota,
        Optional<Quota> usualQuota) {

    public static final int MOST_ACCOUNTS = 1_000_000;

    public static final DomainLimits NONE =
            new DomainLimits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public DomainLimits {
        Stream.of(mailboxes, aliases).flatMap(Optional::stream).forEach(DomainLimits::checked);
        requireNoMore("What one mailbox may hold", mailboxQuota, totalQuota, "what all of them may hold");
        requireNoMore("What a new mailbox may hold", usualQuota, mailboxQuota, "what one mailbox may hold");
        requireNoMore("What a new mailbox may hold", usualQuota, totalQuota, "what all of them may hold");
    }

    /**
     * Parses a number of accounts.
     *
     * @throws IllegalArgumentException saying what it can be
     */
    public static Integer parseCount(String text) {
        try {
            return checked(Integer.valueOf(text.strip()));
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("'%s' is no number.".formatted(text), malformed);
        }
    }

    static Integer checked(Integer limit) {
        if (limit < 0 || limit > MOST_ACCOUNTS) {
            throw new IllegalArgumentException("A limit is between 0 and %d, not %d.".formatted(MOST_ACCOUNTS, limit));
        }
        return limit;
    }

    /** What a new mailbox gets, where the platform would give {@code usual}. */
    public Quota quotaOfNewMailbox(Quota usual) {
        return usualQuota.orElseGet(
                () -> mailboxQuota.filter(most -> most.bytes() < usual.bytes()).orElse(usual));
    }

    private static void requireNoMore(String what, Optional<Quota> part, Optional<Quota> whole, String than) {
        if (part.isPresent()
                && whole.isPresent()
                && part.get().bytes() > whole.get().bytes()) {
            throw new IllegalArgumentException(
                    "%s (%s) cannot be more than %s (%s).".formatted(what, part.get(), than, whole.get()));
        }
    }
}
