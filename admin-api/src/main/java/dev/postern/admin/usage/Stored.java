package dev.postern.admin.usage;

import dev.postern.common.mail.MessageSize;
import java.util.Collection;

/**
 * How much mail is kept, as pages show it.
 *
 * @param counted how many mailboxes have been counted
 */
public record Stored(MessageSize size, long counted) {

    /** In all of them together. */
    public static Stored in(Collection<StoredInDomain> domains) {
        return new Stored(
                new MessageSize(
                        domains.stream().mapToLong(StoredInDomain::bytes).sum()),
                domains.stream().mapToLong(StoredInDomain::counted).sum());
    }

    /** Whether some of so many mailboxes have not been counted yet. */
    public boolean lacks(long mailboxes) {
        return counted < mailboxes;
    }
}
