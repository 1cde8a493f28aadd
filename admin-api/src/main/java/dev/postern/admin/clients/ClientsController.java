package dev.postern.admin.clients;

import dev.postern.admin.access.About;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import dev.postern.common.mail.DomainName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.EVERYBODY)
@About(Area.ACCOUNTS)
@RestController
@Tag(name = "Mail programs", description = "What mail programs need to know, and the DNS records that tell them")
class ClientsController {

    private final Domains domains;
    private final ClientSettings settings;

    ClientsController(Domains domains, ClientSettings settings) {
        this.domains = domains;
        this.settings = settings;
    }

    @GetMapping("/api/v1/clients/{domain}")
    @Operation(operationId = "readClientSettings", summary = "Read the settings for the mail programs of a domain")
    ClientsResource read(@PathVariable String domain) {
        var wanted = Field.of("domain", domain).required(DomainName::parse);
        var found = Answers.found(domains.find(wanted), "There is no domain %s.".formatted(wanted));
        return ClientsResource.of(found.name(), settings);
    }
}
