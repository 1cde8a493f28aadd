package dev.postern.backup.offsite;

import java.time.Instant;

/**
 * Until when a version cannot be deleted, and by whom not.
 *
 * @param compliance true: by nobody, whatever keys he has (S3's COMPLIANCE); false: by nobody without a special right
 *     (GOVERNANCE)
 */
record Lock(boolean compliance, Instant until) {

    /** Whether nobody can delete the version before a moment. */
    boolean holdsUntil(Instant moment) {
        return compliance && !until.isBefore(moment);
    }
}
