package dev.postern.ingest.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import dev.postern.common.mail.TraceId;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages as the Email Worker does. */
public final class SignedRequests {

    public static final String KEY_ID = "test";
    public static final byte[] KEY =
            Sha256.of("a key for tests".getBytes(UTF_8)).bytes();

    private static final SecureRandom RANDOM = new SecureRandom();

    private String from = "ann@sender.example";
    private String to = "bob@example.net";
    private TraceId traceId = TraceId.create(Clock.systemUTC(), RANDOM);
    private Instant created = Instant.now();
    private String nonce = randomNonce();
    private String keyId = KEY_ID;
    private byte[] key = KEY;

    public static SignedRequests request() {
        return new SignedRequests();
    }

    public SignedRequests from(String address) {
        this.from = address;
        return this;
    }

    public SignedRequests to(String address) {
        this.to = address;
        return this;
    }

    public SignedRequests created(Instant time) {
        this.created = time;
        return this;
    }

    public SignedRequests nonce(String value) {
        this.nonce = value;
        return this;
    }

    public SignedRequests key(String id, byte[] secret) {
        this.keyId = id;
        this.key = secret;
        return this;
    }

    public TraceId traceId() {
        return traceId;
    }

    /** The request's header for this body. */
    public Map<String, String> headers(byte[] body) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("content-digest", "sha-256=:" + Sha256.of(body).base64() + ":");
        fields.put("postern-mail-from", URLEncoder.encode(from, UTF_8).replace("+", "%20"));
        fields.put("postern-rcpt-to", URLEncoder.encode(to, UTF_8).replace("+", "%20"));
        fields.put("postern-trace-id", traceId.value());
        var parameters = "(\"@method\" \"@path\" \"content-digest\" \"postern-mail-from\" \"postern-rcpt-to\""
                + " \"postern-trace-id\");created=%d;nonce=\"%s\";keyid=\"%s\";alg=\"hmac-sha256\""
                        .formatted(created.getEpochSecond(), nonce, keyId);
        var base = new StringBuilder("\"@method\": POST\n\"@path\": /v1/messages\n");
        fields.forEach((name, value) ->
                base.append('"').append(name).append("\": ").append(value).append('\n'));
        base.append("\"@signature-params\": ").append(parameters);
        fields.put("signature-input", "postern=" + parameters);
        fields.put("signature", "postern=:" + Base64.getEncoder().encodeToString(hmac(base.toString())) + ":");
        fields.put("content-type", "message/rfc822");
        return fields;
    }

    /** A request to send with the JDK's client. */
    public HttpRequest to(URI api, byte[] body) {
        var request = HttpRequest.newBuilder(api).POST(BodyPublishers.ofByteArray(body));
        headers(body).forEach(request::setHeader);
        return request.build();
    }

    public static String randomNonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private byte[] hmac(String base) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(base.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
