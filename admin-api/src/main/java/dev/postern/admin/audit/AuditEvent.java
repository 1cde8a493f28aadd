package dev.postern.admin.audit;

import dev.postern.common.mail.DomainName;
import java.util.Optional;

/**
 * Something that was done.
 *
 * @param action what, as {@code mailbox.created}
 * @param subject to what: an address, a domain, a name
 * @param domain whose administrators may know of it; empty if it concerns the platform
 * @param before how it was, empty for what is new
 * @param after how it is, empty for what is gone
 */
public record AuditEvent(
        String action,
        String subject,
        Optional<DomainName> domain,
        Optional<Snapshot> before,
        Optional<Snapshot> after) {

    public static AuditEvent made(String action, String subject, DomainName domain, Snapshot after) {
        return new AuditEvent(action, subject, Optional.of(domain), Optional.empty(), Optional.of(after));
    }

    public static AuditEvent changed(
            String action, String subject, DomainName domain, Snapshot before, Snapshot after) {
        return new AuditEvent(action, subject, Optional.of(domain), Optional.of(before), Optional.of(after));
    }

    public static AuditEvent gone(String action, String subject, DomainName domain, Snapshot before) {
        return new AuditEvent(action, subject, Optional.of(domain), Optional.of(before), Optional.empty());
    }

    /** One about the platform as a whole. */
    public static AuditEvent ofPlatform(
            String action, String subject, Optional<Snapshot> before, Optional<Snapshot> after) {
        return new AuditEvent(action, subject, Optional.empty(), before, after);
    }
}
