package dev.postern.ingest.delivery;

import dev.postern.common.mail.Sha256;
import dev.postern.common.mail.SmtpReply;
import dev.postern.common.mail.TraceId;
import dev.postern.common.service.TraceContext;
import dev.postern.ingest.body.BodyReader;
import dev.postern.ingest.deadline.Deadline;
import dev.postern.ingest.signature.SignatureFault;
import dev.postern.ingest.signature.SignatureVerifier;
import dev.postern.ingest.signature.Verdict;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Decides from a request's header whether it is worth reading at all. */
@Component
final class Reception {

    private static final int MAX_DISCARDS = 32;

    private final SignatureVerifier verifier;
    private final ReceiveMessage receiveMessage;
    private final BodyReader bodies;
    private final Ledger ledger;
    private final Duration answerWithin;
    private final Semaphore discards = new Semaphore(MAX_DISCARDS);

    Reception(
            SignatureVerifier verifier,
            ReceiveMessage receiveMessage,
            BodyReader bodies,
            Ledger ledger,
            DeliverySettings settings) {
        this.verifier = verifier;
        this.receiveMessage = receiveMessage;
        this.bodies = bodies;
        this.ledger = ledger;
        this.answerWithin = settings.answerWithin();
    }

    Answer receive(IncomingRequest request) throws InterruptedException {
        var deadline = Deadline.in(answerWithin);
        return switch (verifier.verify(request)) {
            case Verdict.Authentic(var digest) -> receiveFromEdge(request, digest, deadline);
            case Verdict.Refused(var fault) -> notBelieved(request, fault);
            case Verdict.TooMany() -> tooMany(request);
        };
    }

    private Answer receiveFromEdge(IncomingRequest request, Sha256 digest, Deadline deadline)
            throws InterruptedException {
        TraceId traceId;
        EnvelopeHeaders.Parsed parsed;
        try {
            traceId = EnvelopeHeaders.traceId(request);
            parsed = EnvelopeHeaders.envelope(request);
        } catch (IllegalArgumentException senseless) {
            return unusable(request, String.valueOf(senseless.getMessage()));
        }
        return TraceContext.call(traceId, () -> switch (parsed) {
            case EnvelopeHeaders.Parsed.Good(var envelope) ->
                receiveMessage.receive(new BelievedRequest(request, traceId, envelope, digest, deadline));
            case EnvelopeHeaders.Parsed.NoAddress(var reply) -> noAddress(request, traceId, reply);
        });
    }

    private Answer noAddress(IncomingRequest request, TraceId traceId, SmtpReply reply) {
        discardBody(request);
        ledger.reject(Reason.ADDRESS.tag(), reply.toString());
        return new Answer.Judged(traceId, Optional.empty(), new DeliveryOutcome.Refused(Reason.ADDRESS, reply));
    }

    private Answer notBelieved(IncomingRequest request, SignatureFault fault) {
        discardBody(request);
        ledger.reject(fault.tag(), fault.text());
        return new Answer.NotBelieved(fault);
    }

    private Answer tooMany(IncomingRequest request) {
        discardBody(request);
        ledger.reject("too_many_signatures", "No room to remember another signature");
        return new Answer.TooMany();
    }

    private Answer unusable(IncomingRequest request, String problem) {
        discardBody(request);
        ledger.reject("malformed", problem);
        return new Answer.Unusable(problem);
    }

    /** A courtesy for so many at a time: the others may find the connection closed instead of an answer. */
    private void discardBody(IncomingRequest request) {
        if (!request.waitsForContinue() && discards.tryAcquire()) {
            try {
                bodies.discard(request.body());
            } finally {
                discards.release();
            }
        }
    }
}
