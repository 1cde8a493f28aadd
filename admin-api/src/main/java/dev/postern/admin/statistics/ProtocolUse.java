package dev.postern.admin.statistics;

import dev.postern.admin.signins.Protocol;

/** How often somebody signed in by a protocol, and how often somebody failed to. */
public record ProtocolUse(Protocol protocol, long successes, long failures) {}
