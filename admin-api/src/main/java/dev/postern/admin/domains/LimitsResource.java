package dev.postern.admin.domains;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.admin.quota.Quota;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much may be in a domain, as the API shows it and takes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DomainLimits", description = "What is left out or null has no limit")
record LimitsResource(
        @Schema(description = "How many mailboxes", example = "50", minimum = "0", maximum = "1000000") @Nullable
        Integer mailboxes,

        @Schema(
                description = "How many aliases, the catch-all among them",
                example = "100",
                minimum = "0",
                maximum = "1000000")
        @Nullable
        Integer aliases,

        @Schema(description = "What all mailboxes together may hold, in bytes", example = "107374182400") @Nullable
        Long totalQuotaBytes,

        @Schema(description = "What one mailbox may hold, in bytes", example = "10737418240") @Nullable
        Long mailboxQuotaBytes,

        @Schema(
                description = "What a new mailbox may hold unless it is told otherwise, in bytes; null is what the"
                        + " platform says",
                example = "2147483648")
        @Nullable
        Long usualQuotaBytes) {

    static LimitsResource of(DomainLimits limits) {
        return new LimitsResource(
                limits.mailboxes().orElse(null),
                limits.aliases().orElse(null),
                limits.totalQuota().map(Quota::bytes).orElse(null),
                limits.mailboxQuota().map(Quota::bytes).orElse(null),
                limits.usualQuota().map(Quota::bytes).orElse(null));
    }

    DomainLimits toLimits() {
        var mailboxLimit = Field.of("mailboxes", mailboxes).optional(DomainLimits::checked);
        var aliasLimit = Field.of("aliases", aliases).optional(DomainLimits::checked);
        var total = Field.of("totalQuotaBytes", totalQuotaBytes).optional(Quota::new);
        var mailbox = Field.of("mailboxQuotaBytes", mailboxQuotaBytes).optional(Quota::new);
        var usual = Field.of("usualQuotaBytes", usualQuotaBytes).optional(Quota::new);
        return Field.of("usualQuotaBytes", total)
                .required(_ -> new DomainLimits(mailboxLimit, aliasLimit, total, mailbox, usual));
    }
}
