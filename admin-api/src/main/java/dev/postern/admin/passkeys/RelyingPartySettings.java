package dev.postern.admin.passkeys;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What passkeys are bound to.
 *
 * @param address the address under which browsers reach this service; passkeys work there alone, and only if its host is a
 *     name: browsers make none for a bare IP address
 */
@ConfigurationProperties("postern.admin.passkeys")
record RelyingPartySettings(
        @DefaultValue("${postern.dashboards.admin:http://localhost:8082/}")
        URI address) {

    String host() {
        return address.getHost();
    }

    String origin() {
        return address.getPort() < 0
                ? "%s://%s".formatted(address.getScheme(), address.getHost())
                : "%s://%s:%d".formatted(address.getScheme(), address.getHost(), address.getPort());
    }
}
