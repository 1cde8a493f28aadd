package dev.postern.ingest.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.Sha256;
import dev.postern.ingest.support.RunningIngest;
import dev.postern.ingest.support.RunningIngest.Answer;
import dev.postern.ingest.support.ScriptedSmtpServer;
import dev.postern.ingest.support.SignedRequests;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of docs/architecture.md, over HTTP, before an SMTP server that is played. */
@Timeout(120)
class IngestApiTest {

    private static final int MAX_SIZE = 3_000_000;

    @TempDir
    static Path directory;

    private static ScriptedSmtpServer nextHop;
    private static RunningIngest service;

    private final byte[] message = "Message-ID: <%s@test>\r\nSubject: x\r\n\r\n.hello\r\n"
            .formatted(UUID.randomUUID())
            .getBytes(UTF_8);

    @BeforeAll
    static void start() throws IOException {
        nextHop = new ScriptedSmtpServer();
        service = RunningIngest.start(
                nextHop,
                directory,
                Map.of("postern.ingest.delivery.answer-within", "3s", "postern.ingest.body.max-size", MAX_SIZE + "B"));
    }

    @AfterAll
    static void stop() {
        service.close();
        nextHop.close();
    }

    @BeforeEach
    void forget() {
        nextHop.forget();
    }

    @Test
    void givesAReceiptForWhatTheNextHopTook() {
        var request = SignedRequests.request();
        var answer = service.post(request, message);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        var receipt = answer.json().get("receipt");
        assertThat(receipt.propertyNames())
                .containsExactlyInAnyOrder("traceId", "deliveryKey", "outcome", "duplicate", "reply");
        assertThat(receipt.get("traceId").asString())
                .isEqualTo(request.traceId().value());
        assertThat(receipt.get("deliveryKey").asString()).matches("[0-9a-f]{64}");
        assertThat(receipt.get("outcome").asString()).isEqualTo("accepted");
        assertThat(receipt.get("duplicate").isBoolean()).isTrue();
        assertThat(receipt.get("duplicate").asBoolean()).isFalse();
        assertThat(receipt.get("reply").asString()).isEqualTo("250 2.0.0 Ok: queued as 4ABC");
        assertThat(received())
                .isEqualTo("X-Postern-Delivery-Key: %s\r\nX-Postern-Trace-Id: %s\r\n"
                                .formatted(receipt.get("deliveryKey").asString(), request.traceId())
                        + new String(message, UTF_8));
    }

    @Test
    void carriesLargeMessagesByteForByte() {
        var random = new byte[MAX_SIZE - 1000];
        new Random(1).nextBytes(random);
        var body = "Subject: x\r\n\r\n" + new String(random, ISO_8859_1).replaceAll("[\r\n]", ".") + "\r\n";
        assertThat(service.postChunked(SignedRequests.request(), body.getBytes(ISO_8859_1))
                        .status())
                .isEqualTo(200);
        assertThat(received().endsWith(body)).isTrue();
    }

    @Test
    void takesTheSameMessageUnderOtherTraceHeadersOnce() {
        var first = service.post(SignedRequests.request(), below("first"));
        var second = service.post(SignedRequests.request(), below("second"));
        assertThat(first.json().at("/receipt/duplicate").asBoolean()).isFalse();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().at("/receipt/duplicate").asBoolean()).isTrue();
        assertThat(second.json().at("/receipt/deliveryKey"))
                .isEqualTo(first.json().at("/receipt/deliveryKey"));
        assertThat(second.json().at("/receipt/reply")).isEqualTo(first.json().at("/receipt/reply"));
        assertThat(nextHop.messages()).hasSize(1);
        assertThat(nextHop.commands()).contains("XCLIENT ADDR=203.0.113.7 NAME=[UNAVAILABLE] HELO=[UNAVAILABLE]");
    }

    @Test
    void believesNobodyWhoChangedTheBody() {
        var changed = message.clone();
        changed[message.length - 3] ^= 1;
        assertRefused(
                "signature_digest_mismatch", request(SignedRequests.request().headers(message), changed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postern-mail-from", "postern-rcpt-to", "postern-trace-id", "content-digest"})
    void believesNobodyWhoChangedAHeader(String header) {
        var headers = SignedRequests.request().headers(message);
        headers.put(
                header,
                SignedRequests.request()
                        .to("eve@example.net")
                        .from("eve@sender.example")
                        .headers(new byte[1])
                        .getOrDefault(header, ""));
        assertRefused("signature_mismatch", request(headers, message));
    }

    @Test
    void believesNoUnknownKeyAndNoOldSignature() {
        var otherKey = Sha256.of("another".getBytes(UTF_8)).bytes();
        assertRefused("signature_unknown_key", signed(SignedRequests.request().key("stranger", SignedRequests.KEY)));
        assertRefused("signature_mismatch", signed(SignedRequests.request().key(SignedRequests.KEY_ID, otherKey)));
        assertRefused(
                "signature_expired",
                signed(SignedRequests.request().created(Instant.now().minus(Duration.ofMinutes(6)))));
        assertRefused("signature_missing", request(Map.of("content-type", "message/rfc822"), message));
    }

    @Test
    void takesASignatureOnce() {
        var request = signed(SignedRequests.request());
        assertThat(service.send(request).status()).isEqualTo(200);
        nextHop.forget();
        assertRefused("signature_replayed", request);
    }

    @Test
    void tellsWhatSmtpSaidOfWhatIsRefusedForGood() {
        nextHop.once("RCPT", "550 5.1.1 <bob@example.net>: User unknown");
        var answer = service.post(SignedRequests.request(), message);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertSmtp(answer, 550, "5.1.1", "<bob@example.net>: User unknown");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesForGoodWhatIsTooLarge(boolean announced) {
        var large = new byte[MAX_SIZE + 1];
        var request = SignedRequests.request();
        var answer = announced ? service.post(request, large) : service.postChunked(request, large);
        assertThat(answer.status()).isEqualTo(422);
        assertSmtp(answer, 552, "5.3.4", "The message is larger than 3000000 bytes");
        assertThat(nextHop.commands()).isEmpty();
    }

    @Test
    void answersInTimeWhenTheNextHopIsSlow() {
        nextHop.stallOnce("END");
        assertComeAgain(service.post(SignedRequests.request(), message), "unconfirmed");
    }

    @Test
    void asksToComeAgainWhenTheNextHopDoes() {
        nextHop.once("END", "451 4.7.1 virus scanner unavailable, try again later");
        assertComeAgain(service.post(SignedRequests.request(), message), "next_hop_busy");
        assertThat(service.post(SignedRequests.request(), message)
                        .json()
                        .at("/receipt/duplicate")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void knowsOneKindOfRequestOnly() {
        var html = SignedRequests.request().headers(message);
        html.put("content-type", "text/html");
        assertThat(service.send(request(html, message)).status()).isEqualTo(415);
        assertThat(service.get(service.api("/v1/messages")).status()).isEqualTo(405);
        var senseless = signed(SignedRequests.request().to("nobody"));
        assertSmtp(service.send(senseless), 553, "5.1.3", "Recipient address: ");
    }

    private void assertRefused(String reason, HttpRequest request) {
        var before = service.counted("rejected", reason);
        var answer = service.send(request);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:postern:ingest:" + reason);
        assertThat(service.counted("rejected", reason)).isEqualTo(before + 1);
        assertThat(nextHop.commands()).isEmpty();
    }

    private static void assertComeAgain(Answer answer, String reason) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("Retry-After"))
                .hasValueSatisfying(value -> assertThat(value).matches("[1-9][0-9]*"));
        assertThat(answer.json().get("type").asString()).isEqualTo("urn:postern:ingest:" + reason);
        assertThat(service.counted("deferred", reason)).isPositive();
    }

    private static void assertSmtp(Answer answer, int code, String enhanced, String text) {
        var smtp = answer.json().get("smtp");
        assertThat(smtp.get("code").asInt()).isEqualTo(code);
        assertThat(smtp.get("enhanced").asString()).isEqualTo(enhanced);
        assertThat(smtp.get("text").asString()).startsWith(text);
    }

    private HttpRequest signed(SignedRequests request) {
        return request.to(service.api("/v1/messages"), message);
    }

    private static HttpRequest request(Map<String, String> headers, byte[] body) {
        var request = HttpRequest.newBuilder(service.api("/v1/messages")).POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return request.build();
    }

    private byte[] below(String id) {
        var block =
                "Received: from mail.sender.example (203.0.113.7)\r\n by cloudflare-email.net (cloudflare) id " + id;
        return (block + "\r\n" + new String(message, UTF_8)).getBytes(UTF_8);
    }

    private static String received() {
        assertThat(nextHop.messages()).hasSize(1);
        return new String(nextHop.messages().getFirst(), ISO_8859_1);
    }
}
