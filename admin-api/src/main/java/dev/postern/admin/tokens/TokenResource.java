package dev.postern.admin.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.admin.access.Grant;
import dev.postern.admin.access.Role;
import dev.postern.admin.networks.Network;
import dev.postern.admin.web.Field;
import dev.postern.common.mail.DomainName;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A token as the API shows it. */
@Schema(name = "Token")
record TokenResource(
        @Schema(example = "nightly-import") String name,

        @Schema(
                description = "Whose it is: it opens no more than he may; absent for the platform's own",
                example = "anna")
        @Nullable
        String operator,

        @Schema(example = "domain_administrator") String role,

        @ArraySchema(
                arraySchema = @Schema(description = "Those of a domain administrator"),
                schema = @Schema(example = "example.org"))
        List<String> domains,

        @ArraySchema(schema = @Schema(example = "accounts:read"))
        List<String> scopes,

        @ArraySchema(
                arraySchema = @Schema(description = "Where it may be used from; none is everywhere"),
                schema = @Schema(example = "100.64.0.0/10"))
        List<String> networks,

        Instant createdAt,

        @Schema(description = "The operator or the token that made it", example = "anna")
        String createdBy,

        @Schema(description = "When it ends; absent for the token of the secret file") @Nullable
        Instant expiresAt,

        @Schema(description = "Give or take a minute") @Nullable
        Instant lastUsedAt,

        @Schema(description = "An IP address", example = "100.64.0.7") @Nullable
        String lastUsedFrom,

        @Schema(
                type = "string",
                format = "password",
                description = "Only in the answer to its creation; it is kept as a digest alone",
                example = "pst_4mVb7cN2qLx0Ys9RkT1wZ5hJ8dGf3A1bQ2wE")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String token) {

    static TokenResource of(ApiToken token) {
        return of(token, null);
    }

    static TokenResource of(CreateToken.Created created) {
        return of(created.token(), created.secret().text());
    }

    private static TokenResource of(ApiToken token, @Nullable String secret) {
        return new TokenResource(
                token.name(),
                token.operator().orElse(null),
                token.rights().role().text(),
                sorted(token.rights().domains(), DomainName::ascii),
                sorted(token.rights().grants(), Grant::text),
                sorted(token.networks(), Network::toString),
                token.createdAt(),
                token.createdBy(),
                token.expiresAt().orElse(null),
                token.lastUse().map(ApiToken.Use::at).orElse(null),
                token.lastUse().map(ApiToken.Use::address).orElse(null),
                secret);
    }

    private static <T> List<String> sorted(Set<T> values, Function<T, String> text) {
        return values.stream().map(text).sorted().toList();
    }

    @Schema(name = "NewToken")
    record Creation(
            @Schema(
                    description = "1 to 64 small letters, digits, dots, hyphens and underscores",
                    example = "nightly-import",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String name,

            @Schema(
                    description = "What it opens no more than; left out it is that of whoever makes it",
                    allowableValues = {"owner", "domain_administrator", "auditor"},
                    example = "domain_administrator")
            @Nullable
            String role,

            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description =
                                            "Those of a domain administrator; left out they are those of whoever makes it"),
                    schema = @Schema(example = "example.org"))
            @Nullable
            List<String> domains,

            @ArraySchema(
                    minItems = 1,
                    arraySchema =
                            @Schema(
                                    description = "The parts of the API it opens; who may change may see",
                                    requiredMode = RequiredMode.REQUIRED),
                    schema =
                            @Schema(
                                    allowableValues = {
                                        "accounts:read",
                                        "accounts:write",
                                        "audit:read",
                                        "platform:read",
                                        "platform:write"
                                    },
                                    example = "accounts:write"))
            @Nullable
            List<String> scopes,

            @ArraySchema(
                    arraySchema = @Schema(description = "Where it may be used from; left out it is everywhere"),
                    schema = @Schema(example = "100.64.0.0/10"))
            @Nullable
            List<String> networks,

            @Schema(description = "When it ends; left out it is after 90 days, or what is set for this platform")
            @Nullable
            Instant expiresAt) {

        NewToken toNewToken() {
            return new NewToken(
                    Field.of("name", name).required(ApiToken::name),
                    Field.of("role", role).optional(Role::parse),
                    Field.of("domains", domains).optional(list -> set(list, DomainName::parse)),
                    Field.of("scopes", scopes).required(Creation::grants),
                    Field.of("networks", networks)
                            .optional(list -> set(list, Network::parse))
                            .orElse(Set.of()),
                    Field.of("expiresAt", expiresAt).optional(end -> end));
        }

        private static Set<Grant> grants(List<String> texts) {
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("A token without a scope opens nothing; name at least one.");
            }
            return set(texts, Grant::parse);
        }

        private static <T> Set<T> set(List<String> texts, Function<String, T> parser) {
            var values = new HashSet<T>();
            texts.forEach(text -> values.add(parser.apply(text)));
            return values;
        }
    }
}
