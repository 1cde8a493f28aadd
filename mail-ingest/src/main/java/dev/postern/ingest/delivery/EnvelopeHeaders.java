package dev.postern.ingest.delivery;

import dev.postern.common.mail.EnhancedStatusCode;
import dev.postern.common.mail.Envelope;
import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.MalformedAddress;
import dev.postern.common.mail.ReversePath;
import dev.postern.common.mail.SmtpReply;
import dev.postern.common.mail.TraceId;
import dev.postern.ingest.signature.SignedRequest;

/** Reads the envelope from the request's header, of which the signature said that it is the edge's. */
final class EnvelopeHeaders {

    private static final EnhancedStatusCode BAD_RECIPIENT = new EnhancedStatusCode(5, 1, 3);
    private static final EnhancedStatusCode BAD_SENDER = new EnhancedStatusCode(5, 1, 7);

    private EnvelopeHeaders() {}

    /** @throws IllegalArgumentException saying what is wrong with the header */
    static TraceId traceId(SignedRequest request) {
        return TraceId.parse(request.field("postern-trace-id").orElse(""));
    }

    /** @throws IllegalArgumentException if the header is not what our Worker writes */
    static Parsed envelope(SignedRequest request) {
        var sender = decoded(request, "postern-mail-from");
        var recipient = decoded(request, "postern-rcpt-to");
        try {
            var reversePath = ReversePath.parse(sender);
            return recipient(reversePath, recipient);
        } catch (MalformedAddress malformed) {
            return new Parsed.NoAddress(new SmtpReply(553, BAD_SENDER, "Sender address: " + malformed.getMessage()));
        }
    }

    private static Parsed recipient(ReversePath reversePath, String recipient) {
        try {
            return new Parsed.Good(new Envelope(reversePath, MailAddress.parse(recipient)));
        } catch (MalformedAddress malformed) {
            return new Parsed.NoAddress(
                    new SmtpReply(553, BAD_RECIPIENT, "Recipient address: " + malformed.getMessage()));
        }
    }

    private static String decoded(SignedRequest request, String name) {
        try {
            return PercentEncoding.decode(request.field(name).orElse(""));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(name + ": " + malformed.getMessage(), malformed);
        }
    }

    /** What the header gave. */
    sealed interface Parsed {

        record Good(Envelope envelope) implements Parsed {}

        /** The edge took it for an address, and it is none: that is for good. */
        record NoAddress(SmtpReply reply) implements Parsed {}
    }
}
