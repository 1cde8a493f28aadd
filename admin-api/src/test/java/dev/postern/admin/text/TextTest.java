package dev.postern.admin.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @Test
    void keepsWhatPeopleWrite() {
        assertThat(new DisplayName("  山田 太郎 😀 ")).hasToString("山田 太郎 😀");
        assertThat(new Note("room 12\r\nask <Jon> & Co.")).hasToString("room 12\nask <Jon> & Co.");
        assertThat(new DisplayName("e\u0301")).isEqualTo(new DisplayName("\u00e9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: all@elsewhere.example", "a\u0000b", "a\u2028b", "a\u202Egnp.exe", "a\uD800b"})
    void refusesWhatWouldEndALineOrMislead(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisplayName(text))
                .withMessageContaining("invisible character U+");
    }

    @Test
    void refusesMoreThanATableHolds() {
        assertThat(new Note("😀".repeat(250)).text()).hasSize(500);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Note("x".repeat(251)))
                .withMessageContaining("at most 250 characters, this one has 251");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisplayName("x".repeat(101)))
                .withMessageContaining("100");
    }
}
