package dev.postern.admin.signin;

import java.time.Instant;

/**
 * Somebody has given the right password, and owes the second factor. It is kept for his browser, out of its reach.
 *
 * @param expiresAt the first moment that is too late
 */
public record PendingSignIn(String username, Instant expiresAt) {}
