package dev.postern.ingest.relayevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSignatureTest {

    private static final String TIMESTAMP = "1795574174";
    private static final byte[] BODY = "[{\"event\":\"bounce\"}]\r\n".getBytes(UTF_8);

    private final KeyPair keys = keys();
    private final EventSignature signature = EventSignature.by(EventSignatureTest.shown(keys));

    @Test
    void believesWhatTheRelaySigned() throws Exception {
        assertThat(signature.isValid(sign(TIMESTAMP, BODY), TIMESTAMP, BODY)).isTrue();
    }

    @Test
    void doesNotBelieveWhatWasChangedOrSignedByAnother() throws Exception {
        var signed = sign(TIMESTAMP, BODY);
        var trimmed = "[{\"event\":\"bounce\"}]".getBytes(UTF_8);

        assertThat(signature.isValid(signed, TIMESTAMP, trimmed)).isFalse();
        assertThat(signature.isValid(signed, "1795574175", BODY)).isFalse();
        assertThat(EventSignature.by(shown(keys())).isValid(signed, TIMESTAMP, BODY))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!", "AAAA", "MEUCIQ=="})
    void doesNotBelieveWhatIsNoSignature(String text) {
        assertThat(signature.isValid(text, TIMESTAMP, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!", "AAAA"})
    void takesNoOtherKey(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventSignature.by(text));
    }

    private String sign(String timestamp, byte[] body) throws Exception {
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(keys.getPrivate());
        signer.update(timestamp.getBytes(UTF_8));
        signer.update(body);
        return Base64.getEncoder().encodeToString(signer.sign());
    }

    private static String shown(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
