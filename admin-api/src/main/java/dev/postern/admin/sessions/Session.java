package dev.postern.admin.sessions;

import dev.postern.admin.identity.Identity;
import java.time.Instant;

/**
 * An operator is signed in.
 *
 * @param id its name, which opens nothing
 * @param since when he signed in
 */
public record Session(String id, String username, Method method, Client client, Instant since, Instant lastSeenAt) {

    public Identity identity() {
        return Identity.operator(username);
    }

    /** The browser in a few words. */
    public String browser() {
        return BrowserName.of(client.browser());
    }
}
