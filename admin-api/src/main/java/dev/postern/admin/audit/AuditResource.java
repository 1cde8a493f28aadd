package dev.postern.admin.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An entry as the API shows it. */
@Schema(name = "AuditEntry")
record AuditResource(
        @Schema(description = "Counted from 1, without a gap", example = "17")
        long id,

        Instant at,

        @Schema(
                description = "What kind of somebody it was",
                example = "operator",
                allowableValues = {"operator", "token", "mailbox", "platform"})
        String kind,

        @Schema(description = "Who: a user name, the name of a token, an address", example = "operator")
        String actor,

        @Schema(description = "From which IP address", example = "100.64.0.7") @Nullable
        String address,

        @Schema(example = "mailbox.changed") String action,
        @Schema(example = "alice@example.org") String subject,
        @Schema(example = "example.org") @Nullable String domain,

        @Schema(description = "How it was; absent for what is new", type = "object") @JsonRawValue @Nullable
        String before,

        @Schema(description = "How it is since; absent for what is gone", type = "object") @JsonRawValue @Nullable
        String after,

        @Schema(description = "Ties it to the entry before it")
        String hash) {

    static AuditResource of(AuditEntry entry) {
        return new AuditResource(
                entry.id(),
                entry.at(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.actor(),
                entry.address().orElse(null),
                entry.action(),
                entry.subject(),
                entry.domain().orElse(null),
                entry.before().orElse(null),
                entry.after().orElse(null),
                entry.hash().hex());
    }

    /** Whether the log is as it was written. */
    @Schema(name = "AuditVerdict")
    record Verdict(
            boolean whole,

            @Schema(description = "How many entries hold", example = "1204")
            long entries,

            @Schema(description = "What is wrong", example = "Entry 17, or the one before it, was changed.") @Nullable
            String detail) {

        static Verdict of(AuditVerdict verdict) {
            return switch (verdict) {
                case AuditVerdict.Whole(var entries) -> new Verdict(true, entries, null);
                case AuditVerdict.Broken(var entry, var detail) -> new Verdict(false, entry - 1, detail);
            };
        }
    }
}
