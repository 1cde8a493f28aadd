package dev.postern.admin.operators;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.admin.access.Role;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.sessions.LastSignIn;
import dev.postern.admin.signin.SecondFactors;
import dev.postern.admin.web.Field;
import dev.postern.admin.web.VersionedResource;
import dev.postern.common.mail.DomainName;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An operator as the API shows him. */
@Schema(name = "Operator")
record OperatorResource(
        @Schema(example = "ann") String username,

        @Schema(
                description = ROLE,
                allowableValues = {"owner", "domain_administrator", "auditor"})
        String role,

        @ArraySchema(
                arraySchema = @Schema(description = "Those that a domain administrator runs"),
                schema = @Schema(example = "example.org"))
        List<String> domains,

        @Schema(description = "While false, he cannot sign in")
        boolean enabled,

        @Schema(description = "Whether he has a password; if not, he signs in with a passkey")
        boolean hasPassword,

        @Schema(description = "Whether he has an authenticator app set up")
        boolean hasAuthenticatorApp,

        @Schema(description = "How many passkeys he has", example = "2")
        int passkeys,

        @Schema(description = "How many recovery codes he has left", example = "10")
        int recoveryCodes,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant lastSignInAt,

        Instant createdAt,

        Instant updatedAt,

        @Schema(description = "Counted up with each change", example = "1")
        long version)
        implements VersionedResource {

    private static final String ROLE = "owner: everything; domain_administrator: the accounts of some domains; auditor:"
            + " sees everything and changes nothing";

    static OperatorResource of(Operator operator, SecondFactors.Owned owned, Optional<LastSignIn> lastSignIn) {
        return new OperatorResource(
                operator.username().text(),
                operator.role().text(),
                operator.domains().stream().map(DomainName::ascii).toList(),
                operator.enabled(),
                operator.password(),
                owned.app(),
                owned.passkeys(),
                owned.recoveryCodes(),
                lastSignIn.map(LastSignIn::at).orElse(null),
                operator.createdAt(),
                operator.updatedAt(),
                operator.version());
    }

    @Schema(name = "NewOperator")
    record Creation(
            @Schema(
                    description = "Letters a to z, digits, and between them dots, hyphens and underscores",
                    example = "ann",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String username,

            @Schema(
                    description = ROLE,
                    allowableValues = {"owner", "domain_administrator", "auditor"},
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String role,

            @Schema(description = "For a domain administrator") @Nullable
            List<String> domains,

            @Schema(defaultValue = "true") @Nullable Boolean enabled,

            @Schema(
                    type = "string",
                    format = "password",
                    description = "At least 12 characters; without one, it is made, and told in the answer")
            @Nullable
            Password password) {

        NewOperator toNewOperator() {
            return new NewOperator(
                    Field.of("username", username).required(Username::parse),
                    Field.of("role", role).required(Role::parse),
                    parsed(domains).orElseGet(Set::of),
                    !Boolean.FALSE.equals(enabled),
                    Optional.ofNullable(password));
        }
    }

    @Schema(name = "OperatorChange", description = "What is left out stays as it is")
    record Change(
            @Schema(
                    description = ROLE,
                    allowableValues = {"owner", "domain_administrator", "auditor"})
            @Nullable
            String role,

            @Schema(description = "All that a domain administrator is to run") @Nullable
            List<String> domains,

            @Nullable Boolean enabled) {

        OperatorChange toChange() {
            return new OperatorChange(
                    Field.of("role", role).optional(Role::parse), parsed(domains), Optional.ofNullable(enabled));
        }
    }

    private static Optional<Set<DomainName>> parsed(@Nullable List<String> domains) {
        return Field.of("domains", domains)
                .optional(given -> given.stream().map(DomainName::parse).collect(Collectors.toUnmodifiableSet()));
    }

    @Schema(name = "OperatorWithPassword")
    record WithPassword(
            OperatorResource operator,

            @Schema(type = "string", format = "password", description = "If it was made here; told this once")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String password) {}
}
