package dev.postern.admin.apppasswords;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An app password, as the API shows it. */
@Schema(name = "AppPassword")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppPasswordResource(
        @Schema(description = "The beginning of the password", example = "k7f3m")
        String id,

        String name,

        Instant createdAt,

        @Schema(description = "When something last signed in with it; left out if nothing ever did") @Nullable
        Instant lastUsedAt,

        @Schema(description = "From which IP address; left out when it is not known", example = "100.64.0.7") @Nullable
        String lastUsedFrom,

        @Schema(type = "string", format = "password", description = "Only in the answer to its creation") @Nullable
        String password) {

    /** As it is listed. */
    public static AppPasswordResource of(AppPassword appPassword) {
        return of(appPassword, null);
    }

    /** As it is told once. */
    public static AppPasswordResource of(CreateAppPassword.Created created) {
        return of(created.appPassword(), created.password());
    }

    private static AppPasswordResource of(AppPassword appPassword, @Nullable String password) {
        return new AppPasswordResource(
                appPassword.id(),
                appPassword.name(),
                appPassword.createdAt(),
                appPassword.lastUsedAt().orElse(null),
                appPassword.lastUsedFrom().orElse(null),
                password);
    }

    /** What a new one is to be called. */
    @Schema(name = "NewAppPassword")
    public record Creation(
            @Schema(
                    description = "What its owner calls it",
                    example = "Telephone",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String name) {}
}
