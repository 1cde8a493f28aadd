package dev.postern.admin.surroundings;

import java.time.Instant;

/**
 * How much mail came and went, as mail-ingest counted it.
 *
 * @param sent messages that people here sent
 */
public record Traffic(Instant since, long accepted, long refused, long deferred, long sent) {}
