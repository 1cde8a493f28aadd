package dev.postern.admin.aliases;

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

        @Schema(description = "While false, the alias does not exist for the outside")
        boolean enabled,

        Instant createdAt,

        Instant updatedAt,

        @Schema(description = "Counted up with each change", example = "1")
        long version)
        implements VersionedResource {

    static AliasResource of(Alias alias) {
        return new AliasResource(
                alias.address().toString(),
                alias.targets().all().stream().map(Target::toString).toList(),
                alias.enabled(),
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

            @Schema(defaultValue = "true") @Nullable Boolean enabled) {}

    @Schema(name = "AliasChange", description = "What is left out stays as it is")
    record Change(
            @ArraySchema(minItems = 1, maxItems = Targets.MAX, schema = @Schema(example = "alice@example.org"))
            @Nullable
            List<String> targets,

            @Nullable Boolean enabled) {}
}
