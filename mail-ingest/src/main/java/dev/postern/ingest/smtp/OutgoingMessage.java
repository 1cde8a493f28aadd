package dev.postern.ingest.smtp;

import dev.postern.common.mail.Envelope;
import dev.postern.ingest.body.MessageBody;
import dev.postern.ingest.trace.ClientIdentity;
import java.util.List;

/**
 * What is to be handed over.
 *
 * @param client on whose behalf
 * @param headersOnTop complete header lines without line ends, put before the body's first byte
 */
public record OutgoingMessage(Envelope envelope, ClientIdentity client, List<String> headersOnTop, MessageBody body) {}
