package dev.postern.admin.statistics;

import dev.postern.admin.signins.Protocol;
import java.time.Instant;

/**
 * Where sign-ins that failed came from.
 *
 * @param address an IP address, or empty
 */
public record FailureSource(String address, Protocol protocol, long failures, Instant lastAt) {}
