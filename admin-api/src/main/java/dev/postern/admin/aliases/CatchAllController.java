package dev.postern.admin.aliases;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import dev.postern.common.mail.DomainName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
@RequestMapping("/api/v1/domains/{name}/catch-all")
@Tag(name = "Domains")
class CatchAllController {

    private final Domains domains;
    private final Aliases aliases;
    private final SetCatchAll setCatchAll;
    private final Access access;

    CatchAllController(Domains domains, Aliases aliases, SetCatchAll setCatchAll, Access access) {
        this.domains = domains;
        this.aliases = aliases;
        this.setCatchAll = setCatchAll;
        this.access = access;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    @Operation(
            operationId = "readCatchAll",
            summary = "Read where mail goes that no mailbox and no alias of the domain takes")
    Resource read(@PathVariable String name) {
        var domain = parse(name);
        access.toSee(domain);
        Answers.found(domains.find(domain), "There is no domain %s.".formatted(domain));
        return Resource.of(aliases.find(new AliasAddress.CatchAll(domain))
                .map(alias -> alias.targets().all())
                .orElse(List.of()));
    }

    @PutMapping
    @Operation(
            operationId = "setCatchAll",
            summary = "Set where mail goes that no mailbox and no alias of the domain takes",
            description = "The same as the alias `@domain`. Without a target, such mail is refused.")
    Resource set(@PathVariable String name, @RequestBody Resource request) {
        var targets = Field.of("targets", request.targets()).required(Targets::parseAll);
        return Answers.ok(setCatchAll.apply(parse(name), targets), Resource::of);
    }

    private static DomainName parse(String name) {
        return Field.of("name", name).required(DomainName::parse);
    }

    @Schema(name = "CatchAll")
    record Resource(
            @ArraySchema(
                    maxItems = Targets.MAX,
                    arraySchema =
                            @Schema(
                                    description = "Mailboxes here, or addresses elsewhere",
                                    requiredMode = RequiredMode.REQUIRED),
                    schema = @Schema(example = "alice@example.org"))
            @Nullable
            List<String> targets) {

        static Resource of(List<Target> targets) {
            return new Resource(targets.stream().map(Target::toString).toList());
        }
    }
}
