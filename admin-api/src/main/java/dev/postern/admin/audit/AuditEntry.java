package dev.postern.admin.audit;

import dev.postern.admin.access.Actor;
import dev.postern.common.mail.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the log.
 *
 * @param id counted from 1, without a gap
 * @param at in microseconds
 * @param address the IP address of the actor
 * @param before JSON
 * @param after JSON
 * @param hash over all the rest and the hash of the entry before
 */
public record AuditEntry(
        long id,
        Instant at,
        Actor.Kind kind,
        String actor,
        Optional<String> address,
        String action,
        String subject,
        Optional<String> domain,
        Optional<String> before,
        Optional<String> after,
        Sha256 hash) {

    AuditEntry withHash(Sha256 other) {
        return new AuditEntry(id, at, kind, actor, address, action, subject, domain, before, after, other);
    }
}
