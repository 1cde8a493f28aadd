package dev.postern.admin.passkeys;

import java.net.URI;
import org.springframework.stereotype.Component;

/** Where passkeys can be made and used. */
@Component
public class PasskeySite {

    private final RelyingPartySettings settings;

    PasskeySite(RelyingPartySettings settings) {
        this.settings = settings;
    }

    /** Whether there is such a place: for a bare IP address browsers make none. */
    public boolean hasName() {
        return !settings.host().matches("[0-9.]+|\\[.*]");
    }

    public boolean isAt(String host) {
        return settings.host().equalsIgnoreCase(host);
    }

    public URI address() {
        return settings.address();
    }
}
