package dev.postern.ingest.delivery;

import dev.postern.common.mail.Envelope;
import dev.postern.common.mail.TraceId;
import dev.postern.ingest.body.MessageBody;
import dev.postern.ingest.deadline.Deadline;
import dev.postern.ingest.trace.ClientIdentity;
import java.time.Instant;
import java.util.List;

/**
 * A message that is believed to come from the edge, complete, and not yet handed on.
 *
 * @param client who brought it to the edge
 * @param earlierKeys those in its header that were made here for the same recipient: it seems to have come back
 * @param body as it came, Cloudflare's trace block included; whoever made it closes it
 * @param deadline by which its sender wants an answer
 */
public record InboundMail(
        TraceId traceId,
        Instant receivedAt,
        Envelope envelope,
        ClientIdentity client,
        DeliveryKey deliveryKey,
        List<DeliveryKey> earlierKeys,
        MessageBody body,
        Deadline deadline) {}
