package dev.postern.admin.bin;

import dev.postern.common.mail.DomainName;
import java.time.Instant;

/**
 * Something that was deleted and can be brought back.
 *
 * @param name the name of the domain, or the address; by it the entry is known
 * @param domain its own, or the one that it lies in
 * @param mailboxes how many come back with it, if it is a domain
 * @param aliases how many come back with it, if it is a domain
 * @param erasedAt when it is erased for good
 */
public record BinEntry(
        Kind kind, String name, DomainName domain, long mailboxes, long aliases, Instant deletedAt, Instant erasedAt) {

    /** What was deleted. */
    public enum Kind {
        DOMAIN,
        MAILBOX,
        ALIAS
    }
}
