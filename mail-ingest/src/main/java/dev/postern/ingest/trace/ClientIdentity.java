package dev.postern.ingest.trace;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Who spoke to Cloudflare, as far as Cloudflare told. What is absent is unknown, which is never a reason to trust.
 *
 * @param address a public address
 * @param helo what the client called itself
 */
public record ClientIdentity(Optional<InetAddress> address, Optional<String> helo) {

    public static final ClientIdentity UNKNOWN = new ClientIdentity(Optional.empty(), Optional.empty());
}
