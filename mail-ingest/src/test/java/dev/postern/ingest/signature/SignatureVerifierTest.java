package dev.postern.ingest.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.Sha256;
import dev.postern.ingest.support.SignedRequests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.greenbytes.http.sfv.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureVerifierTest {

    private static final byte[] BODY = "Subject: x\r\n\r\nhello\r\n".getBytes(UTF_8);
    private static final byte[] OTHER_KEY =
            Sha256.of("another key".getBytes(UTF_8)).bytes();

    @TempDir
    Path directory;

    private Instant now = Instant.now();
    private Path keyFile;
    private SignatureVerifier verifier;

    @BeforeEach
    void start() throws IOException {
        keyFile = directory.resolve("ingest_keys");
        writeKeys(line(SignedRequests.KEY_ID, SignedRequests.KEY));
        verifier = verifier(1000);
    }

    @Test
    void believesWhatTheWorkerSigned() {
        assertThat(verify(SignedRequests.request().headers(BODY))).isEqualTo(new Verdict.Authentic(Sha256.of(BODY)));
    }

    /** RFC 9421, appendix B.2.5: the base that is signed there, and its signature. */
    @Test
    void computesTheRfcsOwnExample() throws Exception {
        var key = Base64.getDecoder()
                .decode("uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==");
        var list = Parser.parseInnerList(
                "(\"date\" \"@authority\" \"content-type\");created=1618884473;keyid=\"test-shared-secret\"");
        var input = new SignatureInput(
                List.of("date", "@authority", "content-type"),
                1618884473,
                Optional.empty(),
                "",
                "test-shared-secret",
                list.serialize());
        var request = new Request(
                Map.of(
                        "date", "Tue, 20 Apr 2021 02:07:55 GMT",
                        "content-type", "application/json",
                        "host", "example.com"),
                "POST",
                "/foo");
        var base = SignatureBase.of(request, input);
        assertThat(new String(base, UTF_8)).isEqualTo("""
                        "date": Tue, 20 Apr 2021 02:07:55 GMT
                        "@authority": example.com
                        "content-type": application/json
                        "@signature-params": ("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret\"""");
        var signature = SignatureVerifier.hmac(new SecretKeySpec(key, "HmacSHA256"), base);
        assertThat(Base64.getEncoder().encodeToString(signature))
                .isEqualTo("pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=");
    }

    @ParameterizedTest
    @CsvSource({
        "signature-input, MISSING",
        "signature, MISSING",
        "content-digest, COMPONENTS",
        "postern-mail-from, COMPONENTS",
        "postern-rcpt-to, COMPONENTS",
        "postern-trace-id, COMPONENTS"
    })
    void missesEveryHeaderThatIsNotThere(String header, SignatureFault fault) {
        var headers = SignedRequests.request().headers(BODY);
        headers.remove(header);
        assertThat(verify(headers)).isEqualTo(new Verdict.Refused(fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-digest", "postern-mail-from", "postern-rcpt-to", "postern-trace-id"})
    void noticesEveryHeaderThatWasChanged(String header) {
        var headers = SignedRequests.request().headers(BODY);
        headers.merge(header, "x", String::concat);
        assertThat(verify(headers)).isEqualTo(new Verdict.Refused(SignatureFault.MISMATCH));
    }

    @Test
    void noticesAnotherMethodOrPath() {
        var headers = SignedRequests.request().headers(BODY);
        assertThat(verifier.verify(new Request(headers, "PUT", "/v1/messages")))
                .isEqualTo(new Verdict.Refused(SignatureFault.MISMATCH));
        assertThat(verifier.verify(new Request(headers, "POST", "/v1/messages/")))
                .isEqualTo(new Verdict.Refused(SignatureFault.MISMATCH));
    }

    @Test
    void doesNotKnowOtherKeys() {
        assertThat(verify(SignedRequests.request().key("stranger", OTHER_KEY).headers(BODY)))
                .isEqualTo(new Verdict.Refused(SignatureFault.UNKNOWN_KEY));
        assertThat(verify(SignedRequests.request()
                        .key(SignedRequests.KEY_ID, OTHER_KEY)
                        .headers(BODY)))
                .isEqualTo(new Verdict.Refused(SignatureFault.MISMATCH));
    }

    @Test
    void takesNoSignatureTwice() {
        var headers = SignedRequests.request().headers(BODY);
        assertThat(verify(headers)).isInstanceOf(Verdict.Authentic.class);
        assertThat(verify(headers)).isEqualTo(new Verdict.Refused(SignatureFault.REPLAYED));
    }

    @Test
    void remembersANonceAsLongAsItsSignatureCouldBeValid() {
        var request = SignedRequests.request().created(now.plusSeconds(59));
        var headers = request.headers(BODY);
        assertThat(verify(headers)).isInstanceOf(Verdict.Authentic.class);
        for (int minute = 0; minute < 6; minute++) {
            now = now.plusSeconds(59);
            assertThat(verify(headers)).isEqualTo(new Verdict.Refused(SignatureFault.REPLAYED));
        }
        now = now.plusSeconds(60);
        assertThat(verify(headers)).isEqualTo(new Verdict.Refused(SignatureFault.EXPIRED));
    }

    @Test
    void aWrongSignatureUsesUpNoNonce() {
        var good = SignedRequests.request().nonce("0123456789abcdef");
        var headers = good.headers(BODY);
        var wrong = new HashMap<>(headers);
        wrong.put("signature", "postern=:" + Base64.getEncoder().encodeToString(OTHER_KEY) + ":");
        assertThat(verify(wrong)).isEqualTo(new Verdict.Refused(SignatureFault.MISMATCH));
        assertThat(verify(headers)).isInstanceOf(Verdict.Authentic.class);
    }

    @Test
    void isBoundToItsTime() {
        assertThat(verify(
                        SignedRequests.request().created(now.minusSeconds(301)).headers(BODY)))
                .isEqualTo(new Verdict.Refused(SignatureFault.EXPIRED));
        assertThat(verify(
                        SignedRequests.request().created(now.minusSeconds(299)).headers(BODY)))
                .isInstanceOf(Verdict.Authentic.class);
        assertThat(verify(SignedRequests.request().created(now.plusSeconds(62)).headers(BODY)))
                .isEqualTo(new Verdict.Refused(SignatureFault.NOT_YET_VALID));
    }

    @Test
    void asksToComeAgainRatherThanForget() {
        var small = verifier(2);
        assertThat(small.verify(request(SignedRequests.request().headers(BODY))))
                .isInstanceOf(Verdict.Authentic.class);
        assertThat(small.verify(request(SignedRequests.request().headers(BODY))))
                .isInstanceOf(Verdict.Authentic.class);
        assertThat(small.verify(request(SignedRequests.request().headers(BODY))))
                .isInstanceOf(Verdict.TooMany.class);
    }

    @Test
    void takesOverAChangedKeyFileAndKeepsTheOldKeysWhenItIsUnusable() throws IOException {
        writeKeys(line("new", OTHER_KEY) + line(SignedRequests.KEY_ID, SignedRequests.KEY));
        now = now.plusSeconds(2);
        assertThat(verify(SignedRequests.request().key("new", OTHER_KEY).headers(BODY)))
                .isInstanceOf(Verdict.Authentic.class);

        writeKeys("nonsense\n");
        now = now.plusSeconds(2);
        assertThat(verify(SignedRequests.request().headers(BODY))).isInstanceOf(Verdict.Authentic.class);

        writeKeys(line("new", OTHER_KEY));
        now = now.plusSeconds(2);
        assertThat(verify(SignedRequests.request().headers(BODY)))
                .isEqualTo(new Verdict.Refused(SignatureFault.UNKNOWN_KEY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postern=:AA==:|MALFORMED",
                "postern|MALFORMED",
                "other=(\"@method\")|MISSING",
                "postern=(\"@method\"|MALFORMED",
                "postern=();created=1;nonce=\"12345678\";keyid=\"a\";alg=\"hmac-sha256\"|COMPONENTS",
                "postern=();nonce=\"12345678\";keyid=\"a\";alg=\"hmac-sha256\"|PARAMETERS",
                "postern=();created=1;nonce=\"1\";keyid=\"a\";alg=\"hmac-sha256\"|PARAMETERS",
                "postern=();created=1;nonce=\"12345678\";keyid=\"a\";alg=\"none\"|PARAMETERS",
                "postern=();created=1;nonce=\"12345678\";alg=\"hmac-sha256\"|PARAMETERS",
                "postern=();created=\"1\";nonce=\"12345678\";keyid=\"a\";alg=\"hmac-sha256\"|PARAMETERS",
                "postern=(\"@method\" \"@method\");created=1;nonce=\"12345678\";keyid=\"a\";alg=\"hmac-sha256\"|COMPONENTS",
                "postern=(\"content-digest\";sf);created=1;nonce=\"12345678\";keyid=\"a\";alg=\"hmac-sha256\"|COMPONENTS",
            })
    void explainsWhatIsWrongWithSignatureInput(String input, SignatureFault fault) {
        var headers = SignedRequests.request().headers(BODY);
        headers.put("signature-input", input);
        assertThat(verify(headers)).isEqualTo(new Verdict.Refused(fault));
    }

    private Verdict verify(Map<String, String> headers) {
        return verifier.verify(request(headers));
    }

    private SignatureVerifier verifier(int maxNonces) {
        InstantSource clock = () -> now;
        var settings = new SignatureSettings(keyFile, Duration.ofMinutes(5), Duration.ofMinutes(1), maxNonces);
        var keys = new KeyFile(settings, clock);
        keys.start();
        return new SignatureVerifier(
                keys, new ReplayGuard(settings, clock, new SimpleMeterRegistry()), clock, settings);
    }

    private void writeKeys(String text) throws IOException {
        Files.writeString(keyFile, text);
        Files.setLastModifiedTime(keyFile, FileTime.from(now.plusNanos(text.hashCode())));
    }

    private static String line(String id, byte[] key) {
        return id + " " + Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static Request request(Map<String, String> headers) {
        return new Request(headers, "POST", "/v1/messages");
    }

    record Request(Map<String, String> headers, String method, String path) implements SignedRequest {

        @Override
        public String authority() {
            return headers.getOrDefault("host", "");
        }

        @Override
        public Optional<String> field(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }
}
