package dev.postern.admin.statistics;

import dev.postern.admin.signins.Protocol;
import dev.postern.common.mail.DomainName;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody signed in, or failed to.
 *
 * @param domain of the name he gave, if it is an address
 * @param address where he is, if that is known: an IP address
 */
public record CountedSignIn(
        Optional<DomainName> domain, Protocol protocol, Optional<String> address, boolean succeeded, Instant at) {}
