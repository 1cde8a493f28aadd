package dev.postern.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as the Email Worker does (RFC 9421, hmac-sha256; docs/architecture.md has the contract). */
public record SigningKey(String id, SecretKeySpec secret) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static SigningKey of(String id, byte[] secret) {
        return new SigningKey(id, new SecretKeySpec(secret, ALGORITHM));
    }

    /** The key that signs: the first line, {@code keyid base64}. */
    public static SigningKey read(Path keyRing) {
        try (var lines = Files.lines(keyRing)) {
            var first = lines.findFirst().orElseThrow();
            int space = first.indexOf(' ');
            return of(first.substring(0, space), Base64.getDecoder().decode(first.substring(space + 1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All headers of a signed request, by lower-case name. */
    public Map<String, String> sign(String reversePath, String recipient, byte[] message, Instant created) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-digest", "sha-256=:%s:".formatted(base64(sha256(message))));
        headers.put("postern-mail-from", percentEncoded(reversePath));
        headers.put("postern-rcpt-to", percentEncoded(recipient));
        headers.put("postern-trace-id", traceId());

        var base = new StringBuilder("\"@method\": POST\n\"@path\": /v1/messages\n");
        var components = new StringBuilder("(\"@method\" \"@path\"");
        headers.forEach((name, value) -> {
            base.append('"').append(name).append("\": ").append(value).append('\n');
            components.append(" \"").append(name).append('"');
        });
        var parameters = "%s);created=%d;nonce=\"%s\";keyid=\"%s\";alg=\"hmac-sha256\""
                .formatted(components, created.getEpochSecond(), nonce(), id);
        base.append("\"@signature-params\": ").append(parameters);

        headers.put("content-type", "message/rfc822");
        headers.put("signature-input", "postern=" + parameters);
        headers.put("signature", "postern=:%s:".formatted(base64(hmac(base.toString()))));
        return headers;
    }

    private byte[] hmac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String traceId() {
        var id = new StringBuilder("0");
        var random = ThreadLocalRandom.current();
        while (id.length() < 26) {
            id.append(CROCKFORD.charAt(random.nextInt(CROCKFORD.length())));
        }
        return id.toString();
    }

    private static String nonce() {
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
