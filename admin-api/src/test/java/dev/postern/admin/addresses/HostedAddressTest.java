package dev.postern.admin.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "alice@example.org, alice@example.org",
        "' Alice.Smith@EXAMPLE.org ', alice.smith@example.org",
        "a_b-c@bücher.example, a_b-c@xn--bcher-kva.example",
        "\"plain\"@example.org, plain@example.org",
        "_dmarc@example.org, _dmarc@example.org",
        "7@example.org, 7@example.org"
    })
    void keepsTheOneFormOfAnAddress(String text, String kept) {
        assertThat(HostedAddress.parse(text)).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a/b", "-a", "a*", "o'brien", "ä", "\"a b\"", "\"..\"", "\".\"", "\"a.\"", "a%b", "\"a@b\""})
    void refusesWhatCouldNotBeAUserAndAFolder(String localPart) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostedAddress.parse(localPart + "@example.org"))
                .withMessageContaining("ASCII letters, digits, dots, hyphens and underscores");
    }

    @Test
    void saysWhatAPlusSignIsFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostedAddress.parse("alice+news@example.org"))
                .withMessageContaining("goes to name@ without any setting");
    }
}
