package dev.postern.ingest.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.support.SignedRequests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the headers hold, the answer is a verdict, and never "authentic" for what was not signed. */
class SignatureFuzzTest {

    private static final byte[] BODY = "hello".getBytes(UTF_8);
    private static final List<String> HEADERS =
            List.of("signature-input", "signature", "content-digest", "postern-mail-from", "postern-trace-id");

    private final SignatureVerifier verifier;

    SignatureFuzzTest() throws IOException {
        var file = Files.createTempFile("keys", ".txt");
        Files.writeString(
                file, SignedRequests.KEY_ID + " " + Base64.getEncoder().encodeToString(SignedRequests.KEY));
        var settings = new SignatureSettings(file, Duration.ofMinutes(5), Duration.ofMinutes(1), 1000);
        var keys = new KeyFile(settings, Clock.systemUTC());
        keys.start();
        Files.delete(file);
        verifier = new SignatureVerifier(
                keys,
                new ReplayGuard(settings, Clock.systemUTC(), new SimpleMeterRegistry()),
                Clock.systemUTC(),
                settings);
    }

    @Property(tries = 3000)
    void refusesAnythingInPlaceOfAHeader(@ForAll @From("fieldValues") String value, @ForAll Random random) {
        var headers = SignedRequests.request().headers(BODY);
        headers.put(HEADERS.get(random.nextInt(HEADERS.size())), value);
        assertThat(verify(headers)).isInstanceOf(Verdict.Refused.class);
    }

    @Property(tries = 3000)
    void refusesEveryChangedCharacter(@ForAll Random random) {
        var headers = SignedRequests.request().headers(BODY);
        var header = HEADERS.get(random.nextInt(HEADERS.size()));
        var value = new StringBuilder(headers.getOrDefault(header, ""));
        int place = random.nextInt(value.length());
        var changed = (char) (' ' + random.nextInt(200));
        // Base64 may spell one value in several ways, and space around a field's value is none of it.
        if (changed != value.charAt(place) && changed != ' ' && !header.equals("signature")) {
            value.setCharAt(place, changed);
            headers.put(header, value.toString());
            assertThat(verify(headers)).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Provide
    Arbitrary<String> fieldValues() {
        var pieces = Arbitraries.of(
                "postern=",
                "(",
                ")",
                "\"@method\"",
                "\"",
                ";",
                "=",
                ":",
                ",",
                "created=",
                "99999999999999999999",
                "-1",
                "nonce=\"12345678\"",
                "keyid=\"test\"",
                "alg=\"hmac-sha256\"",
                "?1",
                "?",
                "@1",
                "%\"x\"",
                "sha-256=:AA==:",
                "\\",
                " ",
                "\t",
                "é",
                "*",
                "1.5",
                "::",
                ":====:",
                "\0");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(40).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(300),
                Arbitraries.strings().withChars("(;").ofMinLength(3000).ofMaxLength(4000));
    }

    private Verdict verify(Map<String, String> headers) {
        return verifier.verify(new SignatureVerifierTest.Request(headers, "POST", "/v1/messages"));
    }
}
