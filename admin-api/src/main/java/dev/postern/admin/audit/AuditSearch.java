package dev.postern.admin.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted; what is empty does not matter.
 *
 * @param actor the whole name
 * @param action the beginning, as {@code mailbox.} for all that was done to mailboxes
 * @param subject the beginning
 * @param from the first moment
 * @param until the first moment that is too late
 */
public record AuditSearch(
        Optional<String> actor,
        Optional<String> action,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> until) {}
