package dev.postern.admin.signins;

import java.time.Instant;
import java.util.Optional;

/**
 * The last time somebody came in by a protocol.
 *
 * @param address where from; empty when it is not known
 * @param appPassword name of the app password, if it was one
 */
public record LastSignIn(Protocol protocol, Instant at, Optional<String> address, Optional<String> appPassword) {}
