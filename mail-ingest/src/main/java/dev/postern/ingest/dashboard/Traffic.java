package dev.postern.ingest.dashboard;

import java.time.Instant;

/**
 * How much mail came and went.
 *
 * @param sent messages that people here sent
 */
record Traffic(Instant since, long accepted, long refused, long deferred, long sent) {}
