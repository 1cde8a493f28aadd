package dev.postern.admin.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {

    /** The secret of RFC 6238, appendix B. */
    private final TotpSecret secret = new TotpSecret("12345678901234567890".getBytes(US_ASCII));

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void agreesWithTheVectorsOfTheStandard(long second, String code) {
        assertThat(secret.stepOf(code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @Test
    void takesTheCodeOfTheHalfMinuteBeforeAndAfter() {
        var code = "081804";

        assertThat(secret.stepOf(code, Instant.ofEpochSecond(1111111109 + 30))).hasValue(1111111109 / 30);
        assertThat(secret.stepOf(code, Instant.ofEpochSecond(1111111109 - 30))).hasValue(1111111109 / 30);
        assertThat(secret.stepOf(code, Instant.ofEpochSecond(1111111109 + 61))).isEmpty();
        assertThat(secret.stepOf(code, Instant.ofEpochSecond(1111111109 - 61))).isEmpty();
    }

    @Test
    void isWrittenAsAppsReadIt() {
        assertThat(secret.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(secret.link("Postern", "ann@example.org"))
                .hasToString("otpauth://totp/Postern:ann%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Postern");
        assertThat(TotpSecret.random(new SecureRandom()).base32()).matches("[A-Z2-7]{32}");
    }

    @Test
    void showsNothingOfItself() {
        assertThat(secret).hasToString("TotpSecret[…]");
    }
}
