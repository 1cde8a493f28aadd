package dev.postern.common.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnhancedStatusCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "4.7.1", "5.1.1", "5.999.999"})
    void readsAndWritesTheDottedForm(String text) {
        assertThat(EnhancedStatusCode.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5.1", "3.1.1", "5.1.1000", "5.1.1.1", "5.1.x", " 5.1.1"})
    void refusesEverythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EnhancedStatusCode.parse(text));
    }
}
