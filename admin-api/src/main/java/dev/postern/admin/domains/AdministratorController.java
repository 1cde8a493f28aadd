package dev.postern.admin.domains;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
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

@AllowedFor(Audience.OWNERS)
@RestController
@RequestMapping("/api/v1/domains/{name}/administrators")
@Tag(name = "Domains")
class AdministratorController {

    private final Domains domains;
    private final Administrators administrators;
    private final SetAdministrators setAdministrators;

    AdministratorController(Domains domains, Administrators administrators, SetAdministrators setAdministrators) {
        this.domains = domains;
        this.administrators = administrators;
        this.setAdministrators = setAdministrators;
    }

    @GetMapping
    @Operation(operationId = "readDomainAdministrators", summary = "Read who runs the accounts of a domain")
    Resource read(@PathVariable String name) {
        var domain = parse(name);
        Answers.found(domains.find(domain), "There is no domain %s.".formatted(domain));
        return new Resource(administrators.of(domain));
    }

    @PutMapping
    @Operation(operationId = "setDomainAdministrators", summary = "Set who runs the accounts of a domain")
    Resource set(@PathVariable String name, @RequestBody Resource request) {
        var wanted = Field.of("administrators", request.administrators()).required(List::copyOf);
        return Answers.ok(setAdministrators.apply(parse(name), wanted), Resource::new);
    }

    private static DomainName parse(String name) {
        return Field.of("name", name).required(DomainName::parse);
    }

    @Schema(name = "DomainAdministrators")
    record Resource(
            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description = "User names of operators with the role domain_administrator",
                                    requiredMode = RequiredMode.REQUIRED),
                    schema = @Schema(example = "anna"))
            @Nullable
            List<String> administrators) {}
}
