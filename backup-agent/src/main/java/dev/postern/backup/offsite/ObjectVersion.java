package dev.postern.backup.offsite;

import java.time.Instant;

/**
 * One version of an object, or a mark that it was deleted.
 *
 * @param writtenAt by the store's clock, in seconds
 * @param bytes 0 for a mark
 * @param marker whether it only says that there is nothing any more
 */
record ObjectVersion(
        String key, String versionId, Instant writtenAt, long bytes, String etag, boolean latest, boolean marker) {}
