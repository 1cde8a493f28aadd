package dev.postern.ingest.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Test
    void readsLinesOfNameAndKey() {
        var ring = KeyRing.parse("# comment\n\none " + KEY + "\n  two\t" + KEY + "  \n");
        assertThat(ring.key("one")).isPresent();
        assertThat(ring.key("two")).isPresent();
        assertThat(ring.key("three")).isEmpty();
    }

    @Test
    void saysWhichLineIsWrongWithoutRepeatingIt() {
        assertUnusable("one " + KEY + "\nSECRET", "line 2 is not \"keyid base64\"");
        assertUnusable("one S€CRET", "the key in line 1 is not Base64");
        assertUnusable("one U0VDUkVU", "the key in line 1 is shorter than 32 bytes");
        assertUnusable("one " + KEY + "\none " + KEY, "line 2 names a key for the second time");
        assertUnusable("# nothing", "it has no key; write at least one line \"keyid base64\"");
    }

    private static void assertUnusable(String text, String message) {
        assertThatThrownBy(() -> KeyRing.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message)
                .hasNoCause();
    }
}
