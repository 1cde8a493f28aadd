package dev.postern.ingest.relay;

import dev.postern.ingest.relay.Allowance.Used;
import java.util.Optional;

/**
 * A relay as it is now.
 *
 * @param transport that its mail takes, in Postfix's words
 * @param standIn the relay that takes its mail while its allowance is spent
 * @param trouble what an operator should know; empty while all is well
 */
public record RelayState(Relay relay, Used used, String transport, Optional<String> standIn, Optional<String> trouble) {

    /** Whether its mail does not leave by it, because it has had its allowance. */
    boolean isSpent() {
        return !transport.equals(relay.transport());
    }
}
