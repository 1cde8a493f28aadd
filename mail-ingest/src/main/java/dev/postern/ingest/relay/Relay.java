package dev.postern.ingest.relay;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A server of somebody else that takes our mail to the outside.
 *
 * @param name of its file; {@code main} is for every domain that has no other
 * @param destination as Postfix writes it: {@code [host]:port}, without a look at the host's MX
 * @param fallback that takes over when this one is down or has had its allowance
 */
public record Relay(String name, String destination, Optional<String> fallback, Allowance allowance) {

    public static final String MAIN = "main";

    /** The value of Postfix's {@code default_transport} that leads to it. */
    String transport() {
        return "relay-%s:%s".formatted(name, destination);
    }

    /**
     * How much it takes, by UTC day and calendar month; empty is without end.
     *
     * @param perRecipient whether a message counts once for each recipient
     */
    public record Allowance(OptionalLong daily, OptionalLong monthly, boolean perRecipient) {}
}
