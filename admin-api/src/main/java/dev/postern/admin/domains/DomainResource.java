package dev.postern.admin.domains;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
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

        Instant createdAt,

        Instant updatedAt,

        @Schema(description = "Counted up with each change", example = "1")
        long version) {

    private static final String RELAY =
            "Name of the relay that takes its mail to the outside (./postern relay lists them)";

    static DomainResource of(Domain domain) {
        return new DomainResource(
                domain.name().ascii(),
                domain.name().unicode(),
                domain.enabled(),
                domain.relay().value(),
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
            String relay) {}

    @Schema(name = "DomainChange", description = "What is left out stays as it is")
    record Change(
            @Nullable Boolean enabled,

            @Schema(description = RELAY, example = "second") @Nullable
            String relay) {}
}
