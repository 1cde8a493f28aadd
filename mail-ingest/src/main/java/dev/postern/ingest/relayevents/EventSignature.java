package dev.postern.ingest.relayevents;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The signature of SendGrid's Signed Event Webhook: ECDSA P-256 with SHA-256 over the timestamp and the body's bytes as they
 * came (Twilio, "Getting Started with the Event Webhook Security Features").
 */
final class EventSignature {

    static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
    static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

    private final PublicKey key;

    private EventSignature(PublicKey key) {
        this.key = key;
    }

    /**
     * Reads the key as SendGrid shows it.
     *
     * @param base64 a SubjectPublicKeyInfo in DER
     * @throws IllegalArgumentException if it is no such key
     */
    static EventSignature by(String base64) {
        try {
            var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return new EventSignature(KeyFactory.getInstance("EC").generatePublic(encoded));
        } catch (GeneralSecurityException noKey) {
            throw new IllegalArgumentException("event-webhook-key is no public key of an elliptic curve", noKey);
        }
    }

    boolean isValid(String signature, String timestamp, byte[] body) {
        try {
            var verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key);
            verifier.update(timestamp.getBytes(US_ASCII));
            verifier.update(body);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (SignatureException | IllegalArgumentException malformed) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has ECDSA with SHA-256", impossible);
        }
    }
}
