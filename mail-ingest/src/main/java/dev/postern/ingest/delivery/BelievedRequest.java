package dev.postern.ingest.delivery;

import dev.postern.common.mail.Envelope;
import dev.postern.common.mail.Sha256;
import dev.postern.common.mail.TraceId;
import dev.postern.ingest.deadline.Deadline;

/**
 * A request that comes from the edge.
 *
 * @param digest what the signature says of the body, which is not yet read
 */
record BelievedRequest(IncomingRequest request, TraceId traceId, Envelope envelope, Sha256 digest, Deadline deadline) {}
