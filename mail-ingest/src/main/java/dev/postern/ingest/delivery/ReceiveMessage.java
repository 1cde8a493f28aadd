package dev.postern.ingest.delivery;

import dev.postern.common.mail.EnhancedStatusCode;
import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.SmtpReply;
import dev.postern.ingest.body.BodyReader;
import dev.postern.ingest.body.BodySettings;
import dev.postern.ingest.body.MessageBody;
import dev.postern.ingest.body.Reading;
import dev.postern.ingest.signature.SignatureFault;
import dev.postern.ingest.trace.TraceBlock;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Reads all of a message, compares it with what was signed, finds out who sent it, and only then has it delivered. */
@Component
final class ReceiveMessage {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final BodyReader bodies;
    private final DeliveryKeys keys;
    private final Function<InboundMail, DeliveryOutcome> deliverMail;
    private final Ledger ledger;
    private final InstantSource clock;
    private final DataSize maxSize;
    private final Gate receiving;
    private final Gate delivering;
    private final Gate deliveringBytes;

    ReceiveMessage(
            BodyReader bodies,
            BodySettings bodySettings,
            DeliveryKeys keys,
            Function<InboundMail, DeliveryOutcome> deliverMail,
            Ledger ledger,
            InstantSource clock,
            DeliverySettings settings,
            MeterRegistry metrics) {
        this.bodies = bodies;
        this.keys = keys;
        this.deliverMail = deliverMail;
        this.ledger = ledger;
        this.clock = clock;
        this.maxSize = bodySettings.maxSize();
        this.receiving = new Gate("receiving", settings.maxReceiving(), settings.maxWait(), metrics);
        this.delivering = new Gate("delivering", settings.maxDelivering(), settings.maxWait(), metrics);
        this.deliveringBytes = new Gate(
                "delivering_bytes",
                Math.toIntExact(settings.maxDeliveringSize().toBytes()),
                settings.maxWait(),
                metrics);
    }

    Answer receive(BelievedRequest request) throws InterruptedException {
        var receivedAt = clock.instant();
        var reading = read(request);
        if (reading.isEmpty()) {
            return judged(request, receivedAt, busy());
        }
        return switch (reading.get()) {
            case Reading.Complete(var body) -> {
                try (body) {
                    yield examine(request, receivedAt, body);
                }
            }
            case Reading.TooLarge() -> judged(request, receivedAt, tooLarge());
            case Reading.NoRoom() -> judged(request, receivedAt, noRoom());
            case Reading.TooSlow() -> {
                ledger.reject("too_slow", "The body did not come in time");
                yield new Answer.TooSlow();
            }
            case Reading.Broken() -> {
                ledger.reject("broken", "The body ended before its announced length");
                yield new Answer.Unusable("The body is shorter than its Content-Length.");
            }
        };
    }

    private Optional<Reading> read(BelievedRequest request) throws InterruptedException {
        try (var _ = receiving.enter(request.deadline())) {
            var incoming = request.request();
            return Optional.of(bodies.read(incoming.body(), incoming.length(), request.deadline()));
        } catch (Gate.Full full) {
            return Optional.empty();
        }
    }

    private Answer examine(BelievedRequest request, Instant receivedAt, MessageBody body) throws InterruptedException {
        if (!body.digest().equals(request.digest())) {
            ledger.reject(SignatureFault.DIGEST_MISMATCH.tag(), SignatureFault.DIGEST_MISMATCH.text());
            return new Answer.NotBelieved(SignatureFault.DIGEST_MISMATCH);
        }
        int size = Math.toIntExact(body.size());
        try (var _ = delivering.enter(request.deadline());
                var _ = deliveringBytes.enter(size, request.deadline())) {
            var mail = mailOf(request, receivedAt, body);
            return new Answer.Judged(mail.traceId(), Optional.of(mail.deliveryKey()), deliverMail.apply(mail));
        } catch (Gate.Full full) {
            return judged(request, receivedAt, busy());
        }
    }

    private InboundMail mailOf(BelievedRequest request, Instant receivedAt, MessageBody body) {
        try {
            var trace = TraceBlock.parse(body.beginning(TraceBlock.MAX_LENGTH));
            return new InboundMail(
                    request.traceId(),
                    receivedAt,
                    request.envelope(),
                    trace.client(),
                    keys.keyOf(request.envelope(), body, trace.length()),
                    earlierKeys(request.envelope().recipient(), body),
                    body,
                    request.deadline());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a message cannot be read back from the spool", unreadable);
        }
    }

    private List<DeliveryKey> earlierKeys(MailAddress recipient, MessageBody body) throws IOException {
        return CarriedKeys.in(body).stream()
                .filter(key -> keys.isFor(recipient, key))
                .toList();
    }

    private Answer judged(BelievedRequest request, Instant receivedAt, DeliveryOutcome outcome) {
        ledger.enter(Receipt.unread(request.traceId(), request.envelope(), outcome, receivedAt, clock.instant()));
        return new Answer.Judged(request.traceId(), Optional.empty(), outcome);
    }

    private DeliveryOutcome tooLarge() {
        var text = "The message is larger than %d bytes".formatted(maxSize.toBytes());
        return new DeliveryOutcome.Refused(Reason.TOO_LARGE, new SmtpReply(552, new EnhancedStatusCode(5, 3, 4), text));
    }

    private static DeliveryOutcome busy() {
        return new DeliveryOutcome.Deferred(Reason.BUSY, SOON, "Too many messages are at work.");
    }

    private static DeliveryOutcome noRoom() {
        return new DeliveryOutcome.Deferred(Reason.NO_ROOM, SOON, "There is no room for the message now.");
    }
}
