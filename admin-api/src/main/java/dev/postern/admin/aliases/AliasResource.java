package dev.postern.admin.aliases;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.admin.web.VersionedResource;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alias as the API shows it. */
@Schema(name = "Alias")
record AliasResource(
        @Schema(description = "`@domain` is a catch-all", example = "info@example.org")
        String address,

        @ArraySchema(schema = @Schema(example = "alice@example.org"))
        List<String> targets,

        @Schema(description = NOTE, example = "The choir") String note,

        @Schema(description = "Whether it was made up to be given away and thrown away")
        boolean disposable,

        @Schema(description = "While false, the alias does not exist for the outside")
        boolean enabled,

        @Schema(description = "From then on its mail is refused; left out when that is never")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Instant expiresAt,

        Instant createdAt,

        Instant updatedAt,

        @Schema(description = "Counted up with each change", example = "1")
        long version)
        implements VersionedResource {

    private static final String NOTE = "For operators; at most 250 characters";
    private static final String EXPIRY = "From when on its mail is refused: a moment in the future, or `never`";

    static AliasResource of(Alias alias) {
        return new AliasResource(
                alias.address().toString(),
                alias.targets().all().stream().map(Target::toString).toList(),
                alias.note().text(),
                alias.disposable(),
                alias.enabled(),
                alias.expiry().at().orElse(null),
                alias.createdAt(),
                alias.updatedAt(),
                alias.version());
    }

    @Schema(name = "NewAlias")
    record Creation(
            @Schema(
                    description = "An address, or `@domain` for all addresses of the domain that are neither a mailbox"
                            + " nor an alias. The domain has to be there.",
                    example = "info@example.org",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String address,

            @ArraySchema(
                    minItems = 1,
                    maxItems = Targets.MAX,
                    arraySchema =
                            @Schema(
                                    description = "Mailboxes here, or addresses elsewhere; not other aliases",
                                    requiredMode = RequiredMode.REQUIRED),
                    schema = @Schema(example = "alice@example.org"))
            @Nullable
            List<String> targets,

            @Schema(description = NOTE, maxLength = 250) @Nullable
            String note,

            @Schema(defaultValue = "true") @Nullable Boolean enabled,

            @Schema(description = EXPIRY, example = "2030-12-31T15:00:00Z", defaultValue = "never") @Nullable
            String expiresAt) {}

    @Schema(name = "NewDisposableAlias")
    record Disposable(
            @Schema(
                    description = "The domain of ours in which it is to be",
                    example = "example.org",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String domain,

            @ArraySchema(
                    minItems = 1,
                    maxItems = Targets.MAX,
                    arraySchema =
                            @Schema(
                                    description = "Mailboxes here, or addresses elsewhere; not other aliases",
                                    requiredMode = RequiredMode.REQUIRED),
                    schema = @Schema(example = "alice@example.org"))
            @Nullable
            List<String> targets,

            @Schema(
                    description = "Who gets it; at most 250 characters",
                    example = "The shop with the red shoes",
                    maxLength = 250,
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String note,

            @Schema(description = EXPIRY, example = "2030-12-31T15:00:00Z", defaultValue = "never") @Nullable
            String expiresAt) {}

    @Schema(name = "AliasChange", description = "What is left out stays as it is")
    record Change(
            @ArraySchema(minItems = 1, maxItems = Targets.MAX, schema = @Schema(example = "alice@example.org"))
            @Nullable
            List<String> targets,

            @Schema(description = NOTE, maxLength = 250) @Nullable
            String note,

            @Nullable Boolean enabled,

            @Schema(description = EXPIRY, example = "2030-12-31T15:00:00Z") @Nullable
            String expiresAt) {}
}
