package dev.postern.admin.pages.domains;

import dev.postern.admin.domains.DomainLimits;
import dev.postern.admin.pages.Size;
import dev.postern.admin.pages.Submission;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much may be in a domain; what is empty has no limit. */
record LimitsForm(
        @Nullable String mailboxes,
        @Nullable String aliases,
        @Nullable String totalQuotaBytes,
        @Nullable String mailboxQuotaBytes,
        @Nullable String usualQuotaBytes,
        @Nullable Long version) {

    static LimitsForm of(DomainLimits limits, long version) {
        return new LimitsForm(
                limits.mailboxes().map(String::valueOf).orElse(""),
                limits.aliases().map(String::valueOf).orElse(""),
                limits.totalQuota().map(Size::of).orElse(""),
                limits.mailboxQuota().map(Size::of).orElse(""),
                limits.usualQuota().map(Size::of).orElse(""),
                version);
    }

    /** Empty if the limits cannot be understood, or do not go together. */
    Optional<DomainLimits> read(Submission submission) {
        var mostMailboxes = submission.optional("mailboxes", DomainLimits::parseCount);
        var mostAliases = submission.optional("aliases", DomainLimits::parseCount);
        var total = submission.optional("totalQuotaBytes", Size::quota);
        var one = submission.optional("mailboxQuotaBytes", Size::quota);
        var usual = submission.optional("usualQuotaBytes", Size::quota);
        return submission.together(
                "usualQuotaBytes", () -> new DomainLimits(mostMailboxes, mostAliases, total, one, usual));
    }
}
