package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.edge.SigningKey;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the Worker is heard: whatever is not signed by a known key, now, and for these very bytes is refused. */
class SignatureIT {

    private static final String SENDER = "somebody@sender.example";

    private final Platform platform = Platform.get();
    private final IngestClient ingest = platform.ingest();
    private final MessageBuilder message = aMessage();
    private final Mailbox mailbox = platform.newMailbox();

    @Test
    void accepts_a_good_signature() throws IOException {
        assertThat(ingest.send(signed()).statusCode()).isEqualTo(200);

        mailbox.messageWith(message.marker());
    }

    @Test
    void refuses_a_signature_by_another_key() throws IOException {
        var other = SigningKey.of(ingest.key().id(), "another key of thirty-two bytes!".getBytes(UTF_8));
        refuses(ingest.sign(other, Instant.now(), SENDER, mailbox.address(), message.bytes()));
    }

    @Test
    void refuses_a_key_that_nobody_knows() throws IOException {
        var unknown = new SigningKey("k-unknown", ingest.key().secret());
        refuses(ingest.sign(unknown, Instant.now(), SENDER, mailbox.address(), message.bytes()));
    }

    @ParameterizedTest
    @ValueSource(longs = {-400, 400})
    void refuses_an_expired_request_and_one_from_the_future(long seconds) throws IOException {
        var created = Instant.now().plusSeconds(seconds);
        refuses(ingest.sign(ingest.key(), created, SENDER, mailbox.address(), message.bytes()));
    }

    @Test
    void refuses_a_replay() throws IOException {
        var signed = signed();
        assertThat(ingest.send(signed).statusCode()).isEqualTo(200);

        assertThat(ingest.send(signed).statusCode()).isEqualTo(401);

        assertThat(mailbox.messagesWith(message.marker(), "INBOX")).hasSize(1);
    }

    @Test
    void refuses_a_tampered_body() throws IOException {
        var signed = signed();
        signed.body().bytes[10] ^= 1;
        refuses(signed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postern-mail-from", "postern-rcpt-to", "postern-trace-id", "content-digest"})
    void refuses_a_tampered_header(String header) throws IOException {
        var signed = signed();
        var value = requireNonNull(signed.headers().get(header));
        char last = value.charAt(value.length() - 2);
        refuses(signed.with(
                header,
                value.substring(0, value.length() - 2) + (last == '0' ? '1' : '0') + value.charAt(value.length() - 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "signature-input", "content-digest"})
    void refuses_a_missing_header(String header) throws IOException {
        var signed = signed();
        signed.headers().remove(header);
        refuses(signed);
    }

    @Test
    void counts_what_it_refused() throws IOException {
        double before = refusals();

        refuses(signed().with("signature", "postern=:AAAA:"));

        assertThat(refusals()).isGreaterThan(before);
    }

    private IngestClient.Signed signed() {
        return ingest.sign(SENDER, mailbox.address(), message.bytes());
    }

    private void refuses(IngestClient.Signed signed) throws IOException {
        var answer = ingest.send(signed);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(mailbox.allMessages("INBOX")).isEmpty();
    }

    private static double refusals() {
        return Platform.compose(
                        "exec", "-T", "mail-ingest", "curl", "-s", "http://mail-ingest-web:9090/actuator/prometheus")
                .lines()
                .filter(line ->
                        line.startsWith("postern_ingest_messages_total") && line.contains("outcome=\"rejected\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
