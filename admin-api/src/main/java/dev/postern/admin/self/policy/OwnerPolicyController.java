package dev.postern.admin.self.policy;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import dev.postern.common.mail.DomainName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.ADMINISTRATORS)
@About(Area.ACCOUNTS)
@RestController
@RequestMapping("/api/v1/domains/{name}/self-service")
@Tag(name = "Domains")
class OwnerPolicyController {

    private final OwnerPolicies policies;
    private final SetOwnerPolicy setOwnerPolicy;
    private final Access access;

    OwnerPolicyController(OwnerPolicies policies, SetOwnerPolicy setOwnerPolicy, Access access) {
        this.policies = policies;
        this.setOwnerPolicy = setOwnerPolicy;
        this.access = access;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    @Operation(
            operationId = "readDomainSelfService",
            summary = "Read what the owners of mailboxes in a domain may do themselves")
    Resource read(@PathVariable String name) {
        var domain = parse(name);
        access.toSee(domain);
        return Resource.of(Answers.found(policies.of(domain), "There is no domain %s.".formatted(domain)));
    }

    @PutMapping
    @Operation(
            operationId = "setDomainSelfService",
            summary = "Set what the owners of mailboxes in a domain may do themselves",
            description = "What they did before stays as it is, but for replies while away: without 'vacation' none is"
                    + " sent any more.")
    Resource set(@PathVariable String name, @RequestBody Resource request) {
        return Answers.ok(setOwnerPolicy.apply(parse(name), request.toPolicy(), Optional.empty()), Resource::of);
    }

    private static DomainName parse(String name) {
        return Field.of("name", name).required(DomainName::parse);
    }

    @Schema(name = "DomainSelfService")
    record Resource(
            @Schema(
                    description = "How many aliases each of them may make",
                    example = "5",
                    minimum = "0",
                    maximum = "" + OwnerPolicy.MOST_ALIASES,
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            Integer ownAliases,

            @Schema(
                    description = "Where to they may have mail forwarded",
                    allowableValues = {"none", "inside", "anywhere"},
                    example = "anywhere",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            String forwarding,

            @Schema(
                    description = "Whether they may have mail answered while they are away",
                    example = "true",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            Boolean vacation) {

        static Resource of(OwnerPolicy policy) {
            return new Resource(policy.ownAliases(), policy.forwarding().text(), policy.vacation());
        }

        OwnerPolicy toPolicy() {
            var place = Field.of("forwarding", forwarding).required(OwnerPolicy.Forwarding::parse);
            var replies = Field.of("vacation", vacation).required(value -> value);
            return Field.of("ownAliases", ownAliases).required(most -> new OwnerPolicy(most, place, replies));
        }
    }
}
