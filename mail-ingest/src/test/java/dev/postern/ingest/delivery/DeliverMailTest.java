package dev.postern.ingest.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.Replies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeliverMailTest {

    private static final DeliveryOutcome DUPLICATE = new DeliveryOutcome.Accepted(Replies.QUEUED, true);

    private final Instant now = Instant.parse("2026-05-01T10:00:01Z");
    private final DeliveryKey key = Mails.randomKey();
    private final Fakes.MemoryReceipts receipts = new Fakes.MemoryReceipts();
    private final Fakes.Transport transport = new Fakes.Transport(_ -> Replies.accepted());
    private final DeliverMail deliverMail =
            new DeliverMail(transport, receipts, new Ledger(receipts, new SimpleMeterRegistry()), () -> now);

    @Test
    void handsOverAndWritesDown() {
        var mail = aMail().receivedAt(now.minusMillis(250)).inbound();
        assertThat(deliverMail.apply(mail)).isEqualTo(Replies.accepted());
        assertThat(transport.sent).containsExactly(mail);
        assertThat(receipts.remembered).singleElement().satisfies(receipt -> {
            assertThat(receipt.deliveryKey()).contains(key);
            assertThat(receipt.traceId()).isEqualTo(mail.traceId());
            assertThat(receipt.size()).isEqualTo(mail.body().size());
            assertThat(receipt.duration()).isEqualTo(Duration.ofMillis(250));
        });
    }

    @Test
    void takesNoNegativeTimeByAClockThatWasSetBack() {
        deliverMail.apply(aMail().receivedAt(now.plusSeconds(3)).inbound());
        assertThat(receipts.remembered)
                .singleElement()
                .extracting(Receipt::duration)
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void givesTheFirstAnswerAgainForWhatWasAccepted() {
        deliverMail.apply(aMail().inbound());
        assertThat(deliverMail.apply(aMail().inbound())).isEqualTo(DUPLICATE);
        assertThat(transport.sent).hasSize(1);
        assertThat(receipts.outcomes()).containsExactly("accepted handed_over", "accepted duplicate");
    }

    @Test
    void triesAgainWhatWasNotAccepted() {
        transport.answer = _ -> Replies.refused("550 5.1.1 no such user");
        deliverMail.apply(aMail().inbound());
        transport.answer = _ -> Replies.deferred(Reason.NEXT_HOP_BUSY);
        deliverMail.apply(aMail().inbound());
        transport.answer = _ -> Replies.accepted();
        assertThat(deliverMail.apply(aMail().inbound())).isEqualTo(Replies.accepted());
        assertThat(transport.sent).hasSize(3);
    }

    @Test
    void refusesForGoodWhatItTookForTheSameRecipientBefore() {
        deliverMail.apply(aMail().inbound());
        var back = Mails.aMail().carrying(Mails.randomKey(), key).inbound();
        assertThat(deliverMail.apply(back).reason()).isEqualTo(Reason.LOOP);
        assertThat(deliverMail.apply(back).reason()).isEqualTo(Reason.LOOP);
        assertThat(transport.sent).hasSize(1);
        assertThat(receipts.outcomes()).containsExactly("accepted handed_over", "refused loop", "refused loop");
    }

    @Test
    void takesWhatComesBackWithAKeyThatIsForgottenOrWasNeverAccepted() {
        transport.answer = _ -> Replies.deferred(Reason.UNCONFIRMED);
        deliverMail.apply(aMail().inbound());
        transport.answer = _ -> Replies.accepted();
        assertThat(deliverMail.apply(Mails.aMail().carrying(key).inbound())).isEqualTo(Replies.accepted());
    }

    @Test
    void takesNoMailThatCouldNotBeRemembered() {
        receipts.room = false;
        assertThat(deliverMail.apply(aMail().inbound()).reason()).isEqualTo(Reason.RECEIPTS_FULL);
        assertThat(transport.sent).isEmpty();
    }

    @Test
    void knowsWhatItTookAlsoWhenThereIsNoRoomForMore() {
        deliverMail.apply(aMail().inbound());
        receipts.room = false;
        assertThat(deliverMail.apply(aMail().inbound())).isEqualTo(DUPLICATE);
    }

    @Test
    void handsOverOnceWhatComesAtTheSameTime() throws Exception {
        var release = new CompletableFuture<DeliveryOutcome>();
        transport.answer = _ -> release.join();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.generate(() -> aMail().inbound())
                    .limit(20)
                    .map(mail -> threads.submit(() -> deliverMail.apply(mail)))
                    .toList();
            await().until(() -> !transport.sent.isEmpty());
            release.complete(Replies.accepted());
            int first = 0;
            for (var answer : answers) {
                assertThat(answer.get()).isIn(Replies.accepted(), DUPLICATE);
                first += answer.get().equals(Replies.accepted()) ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        }
        assertThat(transport.sent).hasSize(1);
        assertThat(receipts.remembered).hasSize(20);
    }

    @Test
    void sharesAlsoARefusal() throws Exception {
        var refused = Replies.refused("550 5.1.1 no such user");
        var release = new CompletableFuture<DeliveryOutcome>();
        transport.answer = _ -> release.join();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> deliverMail.apply(aMail().inbound()));
            await().until(() -> !transport.sent.isEmpty());
            var second = threads.submit(() -> deliverMail.apply(aMail().inbound()));
            release.complete(refused);
            assertThat(first.get()).isEqualTo(refused);
            assertThat(second.get()).isEqualTo(refused);
        }
    }

    @Test
    void waitsForAnotherAttemptOnlyUntilItsOwnDeadline() throws Exception {
        var release = new CompletableFuture<DeliveryOutcome>();
        transport.answer = _ -> release.join();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> deliverMail.apply(aMail().inbound()));
            await().until(() -> !transport.sent.isEmpty());
            var hurried = aMail().answeredWithin(Duration.ofMillis(20)).inbound();
            assertThat(deliverMail.apply(hurried).reason()).isEqualTo(Reason.TIMEOUT);
            release.complete(Replies.accepted());
            assertThat(first.get()).isEqualTo(Replies.accepted());
        }
        assertThat(transport.sent).hasSize(1);
    }

    @Test
    void leavesNobodyWaitingForAnAttemptThatFailed() {
        transport.answer = _ -> {
            throw new IllegalStateException("broken");
        };
        assertThatThrownBy(() -> deliverMail.apply(aMail().inbound())).hasMessage("broken");
        transport.answer = _ -> Replies.accepted();
        assertThat(deliverMail.apply(aMail().inbound())).isEqualTo(Replies.accepted());
    }

    private Mails aMail() {
        return Mails.aMail().key(key);
    }
}
