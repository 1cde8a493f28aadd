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

        Instant createdAt) {

    static DomainResource of(Domain domain) {
        return new DomainResource(domain.name().ascii(), domain.name().unicode(), domain.enabled(), domain.createdAt());
    }

    @Schema(name = "NewDomain")
    record Creation(
            @Schema(
                    description = "In any case, with A-labels or U-labels",
                    example = "example.org",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String name,

            @Schema(defaultValue = "true") @Nullable Boolean enabled) {}

    @Schema(name = "DomainChange")
    record Change(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            Boolean enabled) {}
}
