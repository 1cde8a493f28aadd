package dev.postern.admin.overview;

import dev.postern.admin.surroundings.Surroundings;
import dev.postern.admin.usage.Stored;
import dev.postern.common.mail.MessageSize;
import java.util.List;

/**
 * What the first page shows, as far as whoever asks may see it.
 *
 * @param stored how much all mailboxes hold together
 * @param promised how much all mailboxes may hold together
 */
record Overview(
        long domains,
        long mailboxes,
        long aliases,
        Stored stored,
        MessageSize promised,
        Surroundings surroundings,
        List<Concern> concerns) {

    Overview {
        concerns = List.copyOf(concerns);
    }
}
