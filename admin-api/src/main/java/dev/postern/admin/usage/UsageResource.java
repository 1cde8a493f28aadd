package dev.postern.admin.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.admin.mailstore.Folder;
import dev.postern.admin.mailstore.StoredMail;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** How full a mailbox is, as the API shows it. */
@Schema(name = "MailboxUsage")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsageResource(
        @Schema(
                description = "How much it holds, in whole KiB; left out while that is not known",
                example = "734003200")
        @Nullable
        Long usedBytes,

        @Schema(description = "How many messages; left out while that is not known", example = "4711") @Nullable
        Long messages,

        @Schema(description = "How much it may hold", example = "2147483648")
        long quotaBytes,

        @Schema(description = "How much of the quota is used; beyond 100 if that was made smaller", example = "34")
        @Nullable
        Long percent,

        @Schema(description = "When it was counted; some seconds after each change, and once a day") @Nullable
        Instant countedAt) {

    /** How full a mailbox is, on its way out. */
    public static UsageResource of(MailboxUsage usage) {
        return new UsageResource(
                usage.mail().map(StoredMail::size).map(DataSize::toBytes).orElse(null),
                usage.mail().map(StoredMail::messages).orElse(null),
                usage.quotaBytes(),
                usage.percent().orElse(null),
                usage.at().orElse(null));
    }

    /** How much one folder holds. */
    @Schema(name = "MailFolder")
    public record OfFolder(
            @Schema(description = "With slashes between the levels", example = "Work/2026")
            String name,

            @Schema(example = "734003200") long bytes,

            @Schema(example = "4711") long messages) {

        static OfFolder of(Folder folder) {
            return new OfFolder(folder.name(), folder.size().toBytes(), folder.messages());
        }
    }
}
