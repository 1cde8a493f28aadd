package dev.postern.admin.mailboxes;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.passwords.PasswordRule;
import dev.postern.admin.web.VersionedResource;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mailbox as the API shows it. */
@Schema(name = "Mailbox")
record MailboxResource(
        @Schema(example = "alice@example.org") String address,

        @Schema(description = DISPLAY_NAME, example = "Alice Smith")
        String displayName,

        @Schema(description = NOTE, example = "Room 12") String note,

        @Schema(description = "How much the mailbox may hold, in bytes", example = "2147483648")
        long quotaBytes,

        @Schema(
                description = "How much it holds, some seconds ago; left out while that is not known",
                example = "734003200")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Long usedBytes,

        @Schema(description = "While false, no mail is taken for the mailbox and nobody can log in to it")
        boolean enabled,

        @Schema(description = REASON, example = "Left in May")
        String disabledReason,

        Instant createdAt,

        Instant updatedAt,

        @Schema(description = "Counted up with each change", example = "1")
        long version)
        implements VersionedResource {

    private static final String DISPLAY_NAME = "What its owner is called; at most 100 characters";
    private static final String NOTE = "For operators; at most 250 characters";
    private static final String REASON = "Why it is disabled; forgotten when it is enabled. At most 200 characters";

    static MailboxResource of(Mailbox mailbox, @Nullable Long usedBytes) {
        return new MailboxResource(
                mailbox.address().toString(),
                mailbox.displayName().text(),
                mailbox.note().text(),
                mailbox.quota().bytes(),
                usedBytes,
                mailbox.enabled(),
                mailbox.disabledReason().text(),
                mailbox.createdAt(),
                mailbox.updatedAt(),
                mailbox.version());
    }

    @Schema(name = "NewMailbox")
    record Creation(
            @Schema(
                    description = "Local part of ASCII letters, digits, dots, hyphens and underscores; stored in lower"
                            + " case. Its domain has to be there.",
                    example = "alice@example.org",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String address,

            @Schema(
                    type = "string",
                    format = "password",
                    description = "When it is left out, one is made and told in the answer, once",
                    minLength = PasswordRule.MIN_LENGTH,
                    maxLength = PasswordRule.MAX_LENGTH)
            @Nullable
            Password password,

            @Schema(description = DISPLAY_NAME, example = "Alice Smith", maxLength = 100) @Nullable
            String displayName,

            @Schema(description = NOTE, maxLength = 250) @Nullable
            String note,

            @Schema(description = "How much the mailbox may hold, in bytes", example = "2147483648") @Nullable
            Long quotaBytes,

            @Schema(defaultValue = "true") @Nullable Boolean enabled) {}

    /** The answer to a creation: the only one that can have a password in it. */
    @Schema(name = "CreatedMailbox")
    record Created(
            String address,

            String displayName,

            String note,

            long quotaBytes,

            boolean enabled,

            String disabledReason,

            Instant createdAt,

            Instant updatedAt,

            long version,

            @Schema(
                    type = "string",
                    format = "password",
                    description = "Only when it was made here; it is told this once and kept as a hash alone")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String password)
            implements VersionedResource {

        static Created of(CreatedMailbox created) {
            var mailbox = MailboxResource.of(created.mailbox(), null);
            return new Created(
                    mailbox.address,
                    mailbox.displayName,
                    mailbox.note,
                    mailbox.quotaBytes,
                    mailbox.enabled,
                    mailbox.disabledReason,
                    mailbox.createdAt,
                    mailbox.updatedAt,
                    mailbox.version,
                    created.generated().map(Password::text).orElse(null));
        }
    }

    @Schema(name = "MailboxChange", description = "What is left out stays as it is")
    record Change(
            @Schema(
                    type = "string",
                    format = "password",
                    minLength = PasswordRule.MIN_LENGTH,
                    maxLength = PasswordRule.MAX_LENGTH)
            @Nullable
            Password password,

            @Schema(description = DISPLAY_NAME, example = "Alice Smith", maxLength = 100) @Nullable
            String displayName,

            @Schema(description = NOTE, maxLength = 250) @Nullable
            String note,

            @Schema(description = "In bytes", example = "4294967296") @Nullable
            Long quotaBytes,

            @Nullable Boolean enabled,

            @Schema(description = REASON, example = "Left in May", maxLength = 200) @Nullable
            String disabledReason) {}
}
