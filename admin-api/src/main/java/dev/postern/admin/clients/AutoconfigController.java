package dev.postern.admin.clients;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.common.mail.DomainName;
import dev.postern.common.mail.MailAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Both places where Thunderbird looks (Mozilla wiki, Thunderbird:Autoconfiguration). */
@AllowedFor(Audience.EVERYBODY)
@RestController
class AutoconfigController {

    private final HostedDomains domains;
    private final ClientSettings settings;

    AutoconfigController(HostedDomains domains, ClientSettings settings) {
        this.domains = domains;
        this.settings = settings;
    }

    @GetMapping({"/.well-known/autoconfig/mail/config-v1.1.xml", "/mail/config-v1.1.xml"})
    ResponseEntity<byte[]> autoconfig(@RequestParam(defaultValue = "") String emailaddress, HttpServletRequest http) {
        if (emailaddress.isBlank()) {
            // A mail program may keep the address to itself; then the name it asks by says the domain.
            return domains.behind(http.getServerName())
                    .map(this::document)
                    .orElseGet(() -> Documents.text(
                            HttpStatus.NOT_FOUND, "Whose settings? Add ?emailaddress= with the whole address."));
        }
        try {
            var domain = MailAddress.parse(emailaddress.strip()).domain();
            return domains.contains(domain) ? document(domain) : Documents.foreign(domain);
        } catch (IllegalArgumentException malformed) {
            return Documents.text(HttpStatus.BAD_REQUEST, "emailaddress is no address: " + malformed.getMessage());
        }
    }

    private ResponseEntity<byte[]> document(DomainName domain) {
        return Documents.xml(
                Autoconfig.of(domain, settings.servers(), settings.publicUrl().resolve("clients")));
    }
}
