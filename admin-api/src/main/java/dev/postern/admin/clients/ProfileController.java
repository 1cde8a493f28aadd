package dev.postern.admin.clients;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.EVERYBODY)
@RestController
class ProfileController {

    private static final MediaType PROFILE = MediaType.parseMediaType("application/x-apple-aspen-config");

    private final HostedDomains domains;
    private final ClientProfiles profiles;
    private final MessageSource messages;

    ProfileController(HostedDomains domains, ClientProfiles profiles, MessageSource messages) {
        this.domains = domains;
        this.profiles = profiles;
        this.messages = messages;
    }

    @GetMapping("/clients/{address}.mobileconfig")
    ResponseEntity<byte[]> profile(@PathVariable String address, Locale locale) {
        return switch (domains.lookUp(address)) {
            case AddressLookup.Hosted(var hosted) -> profile(hosted, locale);
            case AddressLookup.Foreign(var domain) -> Documents.foreign(domain);
            case AddressLookup.Malformed(var reason) -> Documents.text(HttpStatus.NOT_FOUND, reason);
        };
    }

    private ResponseEntity<byte[]> profile(HostedAddress address, Locale locale) {
        return ResponseEntity.ok()
                .contentType(PROFILE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(address + ".mobileconfig")
                                .build()
                                .toString())
                .body(profiles.profile(address, texts(address, locale)));
    }

    private AppleProfile.Texts texts(HostedAddress address, Locale locale) {
        var name = new Object[] {address.toString()};
        return new AppleProfile.Texts(
                messages.getMessage("clients.profile.name", name, locale),
                messages.getMessage("clients.profile.description", name, locale));
    }
}
