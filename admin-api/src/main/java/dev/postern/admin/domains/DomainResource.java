package dev.postern.admin.domains;

import dev.postern.admin.web.VersionedResource;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A domain as the API shows it. */
@Schema(name = "Domain")
record DomainResource(
        @Schema(description = "As DNS knows it: lower case, A-labels", example = "xn--bcher-kva.example")
        String name,

        @Schema(description = "As people read it", example = "bücher.example")
        String unicodeName,

        @Schema(description = "While false, no mail is taken for the domain and nobody in it can log in")
        boolean enabled,

        @Schema(description = RELAY, example = "main") String relay,

        @Schema(description = NOTE, example = "The shop's") String note,

        @Schema(
                description = SEPARATOR,
                allowableValues = {"+", "-", "none"})
        String detailSeparator,

        LimitsResource limits,

        @Schema(description = "How many mailboxes there are", example = "12")
        long mailboxes,

        @Schema(description = "How many aliases there are, the catch-all among them", example = "3")
        long aliases,

        @Schema(description = "What the mailboxes may hold together, in bytes", example = "25769803776")
        long quotaBytes,

        @ArraySchema(
                arraySchema = @Schema(description = "Where mail goes that no mailbox and no alias here takes"),
                schema = @Schema(example = "alice@example.org"))
        List<String> catchAll,

        Instant createdAt,

        Instant updatedAt,

        @Schema(description = "Counted up with each change", example = "1")
        long version)
        implements VersionedResource {

    private static final String RELAY =
            "Name of the relay that takes its mail to the outside (./postern relay lists them)";
    private static final String NOTE = "For operators; at most 250 characters";
    private static final String SEPARATOR = "What begins the detail of an address: mail for alice+news@ goes to alice@."
            + " With a hyphen, an address that is there itself comes first.";

    static DomainResource of(Domain domain, DomainContent content) {
        return new DomainResource(
                domain.name().ascii(),
                domain.name().unicode(),
                domain.enabled(),
                domain.relay().value(),
                domain.note().text(),
                domain.separator().toString(),
                LimitsResource.of(domain.limits()),
                content.mailboxes(),
                content.aliases(),
                content.quotaBytes(),
                content.catchAll(),
                domain.createdAt(),
                domain.updatedAt(),
                domain.version());
    }

    @Schema(name = "NewDomain")
    record Creation(
            @Schema(
                    description = "In any case, with A-labels or U-labels",
                    example = "example.org",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String name,

            @Schema(defaultValue = "true") @Nullable Boolean enabled,

            @Schema(description = RELAY, defaultValue = "main") @Nullable
            String relay,

            @Schema(description = NOTE, maxLength = 250) @Nullable
            String note,

            @Schema(
                    description = SEPARATOR,
                    allowableValues = {"+", "-", "none"},
                    defaultValue = "+")
            @Nullable
            String detailSeparator) {}

    @Schema(name = "DomainChange", description = "What is left out stays as it is")
    record Change(
            @Nullable Boolean enabled,

            @Schema(description = RELAY, example = "second") @Nullable
            String relay,

            @Schema(description = NOTE, maxLength = 250) @Nullable
            String note,

            @Schema(
                    description = SEPARATOR,
                    allowableValues = {"+", "-", "none"})
            @Nullable
            String detailSeparator) {}
}
