package dev.postern.backup.offsite;

import java.time.Instant;
import java.util.List;

/**
 * What happened to a repository in one go, with silence before and after.
 *
 * @param written how many objects were new
 * @param overwritten how many got another content: restic never does that
 * @param deleted how many were marked as deleted
 * @param lost how many of those restic never deletes: keys and the configuration
 * @param examples some of the names that make it suspicious
 */
record Episode(
        Instant from, Instant until, int written, int overwritten, int deleted, int lost, List<String> examples) {

    Episode {
        examples = List.copyOf(examples);
    }

    /** Whether no backup of ours can have done that. */
    boolean isSuspicious() {
        return overwritten > 0 || lost > 0;
    }
}
