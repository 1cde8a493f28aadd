package dev.postern.admin.clients;

import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.domains.Domain;
import dev.postern.admin.domains.Domains;
import dev.postern.common.mail.DomainName;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Says whose settings can be told. It looks at the domain alone, so that nobody learns from an answer which mailboxes
 * there are.
 */
@Service
class HostedDomains {

    /** The name below a domain that Thunderbird asks for its settings. */
    private static final String AUTOCONFIG = "autoconfig.";

    private final Domains domains;

    HostedDomains(Domains domains) {
        this.domains = domains;
    }

    boolean contains(DomainName name) {
        return domains.find(name).filter(Domain::enabled).isPresent();
    }

    AddressLookup lookUp(String text) {
        try {
            var address = HostedAddress.parse(text);
            return contains(address.domain())
                    ? new AddressLookup.Hosted(address)
                    : new AddressLookup.Foreign(address.domain());
        } catch (IllegalArgumentException malformed) {
            return new AddressLookup.Malformed(String.valueOf(malformed.getMessage()));
        }
    }

    /** The domain meant by who asked {@code autoconfig.example.org}, or {@code example.org} itself. */
    Optional<DomainName> behind(String webHost) {
        try {
            var name = webHost.startsWith(AUTOCONFIG) ? webHost.substring(AUTOCONFIG.length()) : webHost;
            return Optional.of(DomainName.parse(name)).filter(this::contains);
        } catch (IllegalArgumentException anIpAddress) {
            return Optional.empty();
        }
    }
}
