package dev.postern.dkim.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.DomainName;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AlgorithmTest {

    /** RFC 8463 appendix A.2. */
    private static final String SEED = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";

    private static final String PUBLISHED = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static final byte[] SUBJECT_PUBLIC_KEY_INFO = HexFormat.of().parseHex("302a300506032b6570032100");

    @Test
    void publishesAnEd25519KeyAsRfc8463Does() throws GeneralSecurityException {
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        join(SUBJECT_PUBLIC_KEY_INFO, Base64.getDecoder().decode(PUBLISHED))));

        var record = TxtRecord.of(
                DomainName.parse("football.example.com"), new Selector("brisbane"), Algorithm.ED25519, key);

        assertThat(record.name()).isEqualTo("brisbane._domainkey.football.example.com");
        assertThat(record.value()).isEqualTo("v=DKIM1; k=ed25519; p=" + PUBLISHED);
    }

    @Test
    void storesAnEd25519KeyAsItsSeed() throws GeneralSecurityException {
        var key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(
                        NamedParameterSpec.ED25519, Base64.getDecoder().decode(SEED)));

        assertThat(PrivateKeyText.of(Algorithm.ED25519, key)).isEqualTo(SEED + "\n");
    }

    @Test
    void makesRsaKeysThatReceiversTake() {
        var key = (RSAPublicKey) Algorithm.RSA.generate().getPublic();

        assertThat(key.getModulus().bitLength()).isEqualTo(2048);
        assertThat(key.getPublicExponent()).isEqualTo(65537);
    }

    @Test
    void neverMakesTheSameKeyTwice() {
        for (var algorithm : Algorithm.values()) {
            assertThat(algorithm.published(algorithm.generate().getPublic()))
                    .isNotEqualTo(algorithm.published(algorithm.generate().getPublic()));
        }
    }

    private static byte[] join(byte[] head, byte[] tail) {
        var joined = new byte[head.length + tail.length];
        System.arraycopy(head, 0, joined, 0, head.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }
}
