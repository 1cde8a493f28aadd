package dev.postern.ingest.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postern.ingest.signature.SignatureFault;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.Replies;
import dev.postern.ingest.support.SignedRequests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReceptionTest {

    private static final String TRACE_BLOCK =
            "Received: from mail.sender.example (203.0.113.7)\r\n by cloudflare-email.net (cloudflare) id x\r\n";
    private static final byte[] MESSAGE = (TRACE_BLOCK + "Subject: x\r\n\r\nhello\r\n").getBytes(UTF_8);

    @TempDir
    Path directory;

    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        desk = new Desk(directory, 1000);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void deliversWhatTheEdgeSigned() throws Exception {
        var signed = SignedRequests.request();
        var answer = judged(desk.receive(new Request(signed.headers(MESSAGE), MESSAGE)));
        assertThat(answer.traceId()).isEqualTo(signed.traceId());
        assertThat(answer.outcome()).isEqualTo(Replies.accepted());
        assertThat(desk.transport.sent).singleElement().satisfies(mail -> {
            assertThat(mail.envelope()).isEqualTo(Mails.aMail().envelope());
            assertThat(mail.client().address())
                    .isEqualTo(Mails.clientAt("203.0.113.7", "x").address());
            assertThat(answer.deliveryKey()).contains(mail.deliveryKey());
        });
        assertThat(desk.count("accepted", "handed_over")).isEqualTo(1);
    }

    @Test
    void deliversNothingWhoseBodyWasChangedAfterSigning() throws Exception {
        var headers = SignedRequests.request().headers(MESSAGE);
        var changed = MESSAGE.clone();
        changed[MESSAGE.length - 3] ^= 1;
        assertThat(desk.receive(new Request(headers, changed)))
                .isEqualTo(new Answer.NotBelieved(SignatureFault.DIGEST_MISMATCH));
        assertNothingDelivered("signature_digest_mismatch");
    }

    @Test
    void readsNoFurtherForAStrangerThanTheAnswerNeeds() throws Exception {
        var headers =
                SignedRequests.request().key("stranger", SignedRequests.KEY).headers(MESSAGE);
        var body = new ByteArrayInputStream(MESSAGE);
        var request = new Request(headers, body, OptionalLong.of(MESSAGE.length), false);
        assertThat(desk.receive(request.thatWaitsForContinue()))
                .isEqualTo(new Answer.NotBelieved(SignatureFault.UNKNOWN_KEY));
        assertThat(body.available()).isEqualTo(MESSAGE.length);
        desk.receive(request);
        assertThat(body.available()).isZero();
        assertNothingDelivered("signature_unknown_key");
    }

    @Test
    void takesASignatureOnce() throws Exception {
        var headers = SignedRequests.request().headers(MESSAGE);
        desk.receive(new Request(headers, MESSAGE));
        assertThat(desk.receive(new Request(headers, MESSAGE)))
                .isEqualTo(new Answer.NotBelieved(SignatureFault.REPLAYED));
        assertThat(desk.transport.sent).hasSize(1);
    }

    @Test
    void asksToComeAgainWhenNoMoreSignaturesCanBeRemembered() throws Exception {
        try (var small = new Desk(directory, 1)) {
            small.receive(new Request(SignedRequests.request().headers(MESSAGE), MESSAGE));
            assertThat(small.receive(new Request(SignedRequests.request().headers(MESSAGE), MESSAGE)))
                    .isInstanceOf(Answer.TooMany.class);
            assertThat(small.transport.sent).hasSize(1);
            assertThat(small.count("rejected", "too_many_signatures")).isEqualTo(1);
        }
    }

    @Test
    void refusesForGoodWhatIsNoAddress() throws Exception {
        var headers = SignedRequests.request().to("nobody").headers(MESSAGE);
        var outcome = judged(desk.receive(new Request(headers, MESSAGE))).outcome();
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Refused.class);
        assertThat(outcome.reason()).isEqualTo(Reason.ADDRESS);
        assertNothingDelivered("address");
    }

    @Test
    void refusesForGoodWhatForwardingBringsBack() throws Exception {
        var back = broughtBack(deliveryKeyOf(MESSAGE, "bob@example.net"));
        var outcome = judged(receive(back, "bob@example.net")).outcome();
        assertThat(outcome.reason()).isEqualTo(Reason.LOOP);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Refused.class,
                        refused -> assertThat(refused.reply().toString()).startsWith("554 5.4.6 Forwarding loop: "));
        assertThat(desk.transport.sent).hasSize(1);
        assertThat(desk.count("refused", "loop")).isEqualTo(1);
    }

    @Test
    void deliversWhatWasForwardedToSomebodyElseHere() throws Exception {
        var forwarded = broughtBack(deliveryKeyOf(MESSAGE, "bob@example.net"));
        assertThat(judged(receive(forwarded, "eve@example.net")).outcome()).isEqualTo(Replies.accepted());
    }

    /** The sender's server tries again with the same bytes: no loop, and no second copy. */
    @Test
    void takesASecondAttemptForADuplicateAndForNoLoop() throws Exception {
        var forwarded = broughtBack(deliveryKeyOf(MESSAGE, "bob@example.net"));
        receive(forwarded, "eve@example.net");
        assertThat(judged(receive(forwarded, "eve@example.net")).outcome().reason())
                .isEqualTo(Reason.DUPLICATE);
        assertThat(judged(receive(MESSAGE, "bob@example.net")).outcome().reason())
                .isEqualTo(Reason.DUPLICATE);
    }

    @Test
    void refusesForGoodWhatIsTooLarge() throws Exception {
        var large = new byte[Desk.MAX_SIZE + 1];
        var announced = new Request(SignedRequests.request().headers(large), large);
        var unannounced = new Request(
                SignedRequests.request().headers(large), new ByteArrayInputStream(large), OptionalLong.empty(), false);
        for (var request : new Request[] {announced, unannounced}) {
            assertThat(judged(desk.receive(request)).outcome())
                    .isInstanceOfSatisfying(
                            DeliveryOutcome.Refused.class,
                            refused -> assertThat(refused.reply())
                                    .hasToString("552 5.3.4 The message is larger than 100000 bytes"));
        }
        assertThat(desk.transport.sent).isEmpty();
        assertThat(desk.receipts.outcomes()).containsExactly("refused too_large", "refused too_large");
    }

    @Test
    void takesNoMessageThatEndedEarly() throws Exception {
        var request = new Request(SignedRequests.request().headers(MESSAGE), MESSAGE);
        assertThat(desk.receive(request.announcing(MESSAGE.length + 1))).isInstanceOf(Answer.Unusable.class);
        assertNothingDelivered("broken");
    }

    @Test
    void waitsForNoSlowSender() throws Exception {
        var stalled = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new SocketTimeoutException("nothing came");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };
        var request = new Request(SignedRequests.request().headers(MESSAGE), stalled, OptionalLong.of(100), false);
        assertThat(desk.receive(request)).isInstanceOf(Answer.TooSlow.class);
        assertNothingDelivered("too_slow");
    }

    @Test
    void asksToComeAgainWhenAllPlacesAreTaken() throws Exception {
        var release = new CompletableFuture<DeliveryOutcome>();
        desk.transport.answer = _ -> release.join();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var taken = IntStream.range(0, 2)
                    .mapToObj(number -> threads.submit(() -> desk.receive(message(number))))
                    .toList();
            await().until(() -> desk.transport.sent.size() == 2);
            assertThat(judged(desk.receive(message(3))).outcome().reason()).isEqualTo(Reason.BUSY);
            release.complete(Replies.accepted());
            for (Future<Answer> one : taken) {
                assertThat(judged(one.get()).outcome()).isEqualTo(Replies.accepted());
            }
        }
        assertThat(judged(desk.receive(message(4))).outcome()).isEqualTo(Replies.accepted());
        assertThat(desk.count("deferred", "busy")).isEqualTo(1);
    }

    @Test
    void asksToComeAgainWhenThereIsNoRoomInTheSpool() throws Exception {
        var release = new CompletableFuture<DeliveryOutcome>();
        desk.transport.answer = _ -> release.join();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> desk.receive(large(1)));
            var second = threads.submit(() -> desk.receive(large(2)));
            await().until(() -> desk.transport.sent.size() == 2);
            assertThat(judged(desk.receive(large(3))).outcome().reason()).isEqualTo(Reason.NO_ROOM);
            release.complete(Replies.accepted());
            first.get();
            second.get();
        }
        assertThat(judged(desk.receive(large(4))).outcome()).isEqualTo(Replies.accepted());
    }

    @Test
    void holdsNoRoomForWhatItCouldNotSpool() throws Exception {
        Files.delete(directory.resolve(Desk.SPOOL));
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(judged(desk.receive(large(attempt))).outcome().reason()).isEqualTo(Reason.NO_ROOM);
            assertThat(judged(desk.receive(large(attempt).announcingNothing()))
                            .outcome()
                            .reason())
                    .isEqualTo(Reason.NO_ROOM);
        }
        assertThat(desk.roomUsed("memory")).isZero();
        assertThat(desk.roomUsed("spool")).isZero();
        Files.createDirectory(directory.resolve(Desk.SPOOL));
        assertThat(judged(desk.receive(large(1))).outcome()).isEqualTo(Replies.accepted());
    }

    private void assertNothingDelivered(String reason) {
        assertThat(desk.transport.sent).isEmpty();
        assertThat(desk.receipts.remembered).isEmpty();
        assertThat(desk.count("rejected", reason)).isPositive();
    }

    private Answer receive(byte[] message, String recipient) throws InterruptedException {
        return desk.receive(new Request(SignedRequests.request().to(recipient).headers(message), message));
    }

    private DeliveryKey deliveryKeyOf(byte[] message, String recipient) throws InterruptedException {
        return judged(receive(message, recipient)).deliveryKey().orElseThrow();
    }

    /** As it comes in again by way of a server that forwards everything. */
    private static byte[] broughtBack(DeliveryKey key) {
        return (TRACE_BLOCK
                        + "Received: from mail.example.net by outside.example\r\nX-Postern-Delivery-Key: " + key
                        + "\r\n"
                        + new String(MESSAGE, UTF_8))
                .getBytes(UTF_8);
    }

    private static Request message(int number) {
        return signed("Subject: %d\r\n\r\n".formatted(number).getBytes(UTF_8));
    }

    private static Request large(int number) {
        return signed(("Subject: %d\r\n\r\n".formatted(number) + "x".repeat(99_000)).getBytes(UTF_8));
    }

    private static Request signed(byte[] body) {
        return new Request(SignedRequests.request().headers(body), body);
    }

    private static Answer.Judged judged(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Judged.class);
        return (Answer.Judged) answer;
    }
}
