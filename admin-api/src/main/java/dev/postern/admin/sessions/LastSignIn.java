package dev.postern.admin.sessions;

import java.time.Instant;

/**
 * When somebody last signed in.
 *
 * @param address from where
 */
public record LastSignIn(Instant at, String address) {}
