package dev.postern.ingest.delivery;

import dev.postern.common.mail.SmtpReply;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** What stands around a delivery, in memory. */
final class Fakes {

    private Fakes() {}

    /** Receipts without a database. */
    static final class MemoryReceipts implements Receipts {

        final List<Receipt> remembered = new CopyOnWriteArrayList<>();
        final ConcurrentMap<DeliveryKey, SmtpReply> accepted = new ConcurrentHashMap<>();
        volatile boolean room = true;

        @Override
        public Optional<SmtpReply> acceptedBefore(DeliveryKey key) {
            return Optional.ofNullable(accepted.get(key));
        }

        @Override
        public boolean hasRoom() {
            return room;
        }

        @Override
        public void remember(Receipt receipt) {
            remembered.add(receipt);
            if (receipt.outcome() instanceof DeliveryOutcome.Accepted(var reply, var duplicate) && !duplicate) {
                receipt.deliveryKey().ifPresent(key -> accepted.put(key, reply));
            }
        }

        List<String> outcomes() {
            return remembered.stream()
                    .map(receipt -> receipt.outcome().tag() + " "
                            + receipt.outcome().reason().tag())
                    .toList();
        }
    }

    /** A next hop that keeps what it got. */
    static final class Transport implements MailTransport {

        final List<InboundMail> sent = new CopyOnWriteArrayList<>();
        volatile Function<InboundMail, DeliveryOutcome> answer;

        Transport(Function<InboundMail, DeliveryOutcome> answer) {
            this.answer = answer;
        }

        @Override
        public DeliveryOutcome send(InboundMail mail) {
            sent.add(mail);
            return answer.apply(mail);
        }
    }
}
