package dev.postern.ingest.delivery;

import dev.postern.common.mail.EnhancedStatusCode;
import dev.postern.common.mail.SmtpReply;
import dev.postern.ingest.deadline.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Takes one message, hands it on unless that was done before, and writes down what became of it. */
@Component
final class DeliverMail implements Function<InboundMail, DeliveryOutcome> {

    private static final Duration LATER = Duration.ofMinutes(1);

    /** RFC 3463 §3.5: routing loop detected. */
    private static final SmtpReply LOOP = new SmtpReply(
            554,
            new EnhancedStatusCode(5, 4, 6),
            "Forwarding loop: this message was taken for this recipient before and has been forwarded back");

    private final MailTransport transport;
    private final Receipts receipts;
    private final Ledger ledger;
    private final InstantSource clock;
    private final ConcurrentMap<DeliveryKey, CompletableFuture<DeliveryOutcome>> atWork = new ConcurrentHashMap<>();

    DeliverMail(MailTransport transport, Receipts receipts, Ledger ledger, InstantSource clock) {
        this.transport = transport;
        this.receipts = receipts;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public DeliveryOutcome apply(InboundMail mail) {
        var mine = new CompletableFuture<DeliveryOutcome>();
        var earlier = atWork.putIfAbsent(mail.deliveryKey(), mine);
        return earlier == null ? deliverFirst(mail, mine) : writeDown(mail, joined(earlier, mail.deadline()));
    }

    private DeliveryOutcome deliverFirst(InboundMail mail, CompletableFuture<DeliveryOutcome> promise) {
        try {
            var outcome = writeDown(mail, deliver(mail));
            promise.complete(outcome);
            return outcome;
        } finally {
            promise.complete(new DeliveryOutcome.Deferred(Reason.FAULT, LATER, "The first attempt failed."));
            atWork.remove(mail.deliveryKey(), promise);
        }
    }

    private DeliveryOutcome deliver(InboundMail mail) {
        var before = receipts.acceptedBefore(mail.deliveryKey());
        if (before.isPresent()) {
            return new DeliveryOutcome.Accepted(before.get(), true);
        }
        if (hasComeBack(mail)) {
            return new DeliveryOutcome.Refused(Reason.LOOP, LOOP);
        }
        if (!receipts.hasRoom()) {
            return new DeliveryOutcome.Deferred(
                    Reason.RECEIPTS_FULL, LATER, "Too much was delivered that could not be written down yet.");
        }
        return transport.send(mail);
    }

    /** Accepted for the same recipient before, and now brought back by whoever it was forwarded to. */
    private boolean hasComeBack(InboundMail mail) {
        return mail.earlierKeys().stream()
                .anyMatch(key -> receipts.acceptedBefore(key).isPresent());
    }

    /** After the hand-over: a crash before costs a duplicate, which the mailbox drops, but never a message. */
    private DeliveryOutcome writeDown(InboundMail mail, DeliveryOutcome outcome) {
        ledger.enter(Receipt.of(mail, outcome, clock.instant()));
        return outcome;
    }

    /** The same delivery is at work already: what becomes of it has become of this one, too. */
    private static DeliveryOutcome joined(CompletableFuture<DeliveryOutcome> earlier, Deadline deadline) {
        try {
            var outcome = earlier.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return outcome instanceof DeliveryOutcome.Accepted accepted
                    ? new DeliveryOutcome.Accepted(accepted.reply(), true)
                    : outcome;
        } catch (TimeoutException stillAtWork) {
            return new DeliveryOutcome.Deferred(Reason.TIMEOUT, LATER, "The same message is still being delivered.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new DeliveryOutcome.Deferred(Reason.FAULT, LATER, "The service is stopping.");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("the promise is only ever completed with an outcome", impossible);
        }
    }
}
