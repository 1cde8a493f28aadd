package dev.postern.admin.aliases;

import dev.postern.admin.outcome.Versioned;
import dev.postern.admin.text.Note;
import dev.postern.common.mail.MailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * An address that leads to others.
 *
 * @param disposable whether it was made up to be given away and thrown away
 * @param enabled while false, the alias does not exist for the outside
 */
public record Alias(
        AliasAddress address,
        Targets targets,
        Note note,
        boolean disposable,
        boolean enabled,
        Expiry expiry,
        Instant createdAt,
        Instant updatedAt,
        long version)
        implements Versioned {

    /** The mailbox whose owner may do with it as he likes: the one that a disposable alias leads to, and nothing else. */
    public Optional<MailAddress> owner() {
        return Optional.of(targets.all())
                .filter(all -> disposable && all.size() == 1)
                .map(all -> all.getFirst().mailbox())
                .filter(mailbox -> mailbox.domain().equals(address.domain()));
    }
}
