package dev.postern.ingest.relay;

import java.util.Optional;

/**
 * A server of somebody else that takes our mail to the outside.
 *
 * @param name of its file; {@code main} is for every domain that has no other
 * @param fallback that takes over when this one is down or has had its allowance
 * @param eventWebhookKey of SendGrid's Signed Event Webhook; empty if it tells nothing afterwards
 */
public record Relay(
        String name,
        String host,
        int port,
        Optional<String> fallback,
        Optional<String> eventWebhookKey,
        Allowance allowance) {

    public static final String MAIN = "main";

    /** As Postfix writes it: without a look at the host's MX. */
    public String destination() {
        return "[%s]:%d".formatted(host, port);
    }

    /** The value of Postfix's {@code default_transport} that leads to it. */
    String transport() {
        return "relay-%s:%s".formatted(name, destination());
    }
}
