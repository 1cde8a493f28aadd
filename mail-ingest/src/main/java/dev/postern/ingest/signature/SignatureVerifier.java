package dev.postern.ingest.signature;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.greenbytes.http.sfv.InnerList;
import org.springframework.stereotype.Component;

/** Decides from its header alone whether a request is believed, before anything of its body is read. */
@Component
public final class SignatureVerifier {

    static final String LABEL = "postern";

    private static final List<String> REQUIRED =
            List.of("@method", "@path", "content-digest", "postern-mail-from", "postern-rcpt-to", "postern-trace-id");

    private final KeyFile keys;
    private final ReplayGuard replays;
    private final InstantSource clock;
    private final Duration window;
    private final Duration clockSkew;

    SignatureVerifier(KeyFile keys, ReplayGuard replays, InstantSource clock, SignatureSettings settings) {
        this.keys = keys;
        this.replays = replays;
        this.clock = clock;
        this.window = settings.window();
        this.clockSkew = settings.clockSkew();
    }

    public Verdict verify(SignedRequest request) {
        try {
            return examine(request);
        } catch (NotBelieved refused) {
            return new Verdict.Refused(refused.fault());
        }
    }

    private Verdict examine(SignedRequest request) throws NotBelieved {
        var input = inputOf(request);
        requireSignature(request, input);
        requireTime(input);
        var digest = StructuredFields.contentDigest(field(request, "content-digest", SignatureFault.COMPONENTS));
        // Last, so that nobody without a key fills this memory, and no honest request is used up by another fault of
        // it.
        return switch (replays.remember(input.keyId(), input.nonce())) {
            case NEW -> new Verdict.Authentic(digest);
            case REPEATED -> throw new NotBelieved(SignatureFault.REPLAYED);
            case NO_ROOM -> new Verdict.TooMany();
        };
    }

    private static SignatureInput inputOf(SignedRequest request) throws NotBelieved {
        var text = field(request, "signature-input", SignatureFault.MISSING);
        var member = StructuredFields.dictionary(text, SignatureFault.MALFORMED)
                .get()
                .get(LABEL);
        if (member == null) {
            throw new NotBelieved(SignatureFault.MISSING);
        }
        if (!(member instanceof InnerList list)) {
            throw new NotBelieved(SignatureFault.MALFORMED);
        }
        var input = SignatureInput.of(list);
        if (!input.components().containsAll(REQUIRED)) {
            throw new NotBelieved(SignatureFault.COMPONENTS);
        }
        return input;
    }

    private void requireSignature(SignedRequest request, SignatureInput input) throws NotBelieved {
        var text = field(request, "signature", SignatureFault.MISSING);
        var signature = StructuredFields.bytes(StructuredFields.dictionary(text, SignatureFault.MALFORMED), LABEL)
                .orElseThrow(() -> new NotBelieved(SignatureFault.MALFORMED));
        var base = SignatureBase.of(request, input);
        var key = keys.keys().key(input.keyId()).orElseThrow(() -> new NotBelieved(SignatureFault.UNKNOWN_KEY));
        if (!MessageDigest.isEqual(hmac(key, base), signature)) {
            throw new NotBelieved(SignatureFault.MISMATCH);
        }
    }

    private void requireTime(SignatureInput input) throws NotBelieved {
        long now = clock.instant().getEpochSecond();
        if (input.created() > now + clockSkew.toSeconds()) {
            throw new NotBelieved(SignatureFault.NOT_YET_VALID);
        }
        long end =
                Math.min(input.created() + window.toSeconds(), input.expires().orElse(Long.MAX_VALUE));
        if (now > end) {
            throw new NotBelieved(SignatureFault.EXPIRED);
        }
    }

    private static String field(SignedRequest request, String name, SignatureFault fault) throws NotBelieved {
        return request.field(name).orElseThrow(() -> new NotBelieved(fault));
    }

    static byte[] hmac(SecretKeySpec key, byte[] content) {
        try {
            var mac = Mac.getInstance(KeyRing.ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", impossible);
        }
    }
}
