package dev.postern.admin.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerSealTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("k");
    private static final byte[] ANSWER = "{\"password\":\"x\"}".getBytes(UTF_8);

    private final AnswerSeal seal = new AnswerSeal("pst_1", KEY);

    @Test
    void opensForTheSameCallerAndKeyAlone() {
        var closed = seal.close(ANSWER);

        assertThat(new AnswerSeal("pst_1", KEY).open(closed)).isEqualTo(ANSWER);
        assertThat(new String(closed, UTF_8)).doesNotContain("password");
        assertThatIllegalStateException().isThrownBy(() -> new AnswerSeal("pst_2", KEY).open(closed));
        assertThatIllegalStateException()
                .isThrownBy(() -> new AnswerSeal("pst_1", new IdempotencyKey("l")).open(closed));
    }

    @Property(tries = 100)
    void noticesWhatWasChanged(@ForAll byte[] garbage) {
        assertThatIllegalStateException().isThrownBy(() -> seal.open(garbage));
    }

    @Test
    void tellsRequestsApart() {
        var one = seal.fingerprint("POST", "/a", "t", ANSWER);

        assertThat(seal.fingerprint("POST", "/a", "t", ANSWER)).isEqualTo(one);
        assertThat(seal.fingerprint("POST", "/a", "t", "{}".getBytes(UTF_8))).isNotEqualTo(one);
        assertThat(seal.fingerprint("POST", "/at", "", ANSWER)).isNotEqualTo(one);
        assertThat(new AnswerSeal("pst_2", KEY).fingerprint("POST", "/a", "t", ANSWER))
                .isNotEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"\"8e03978e-40d5\", 8e03978e-40d5", "8e03978e-40d5, 8e03978e-40d5", "\"a b\", a b"})
    void readsKeysWithAndWithoutQuotes(String header, String key) {
        assertThat(IdempotencyKey.parse(header).text()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a b", "\"a", "ü", "\"a\\\"b\"", "\"a\", \"b\""})
    void refusesOtherKeys(String header) {
        assertThatIllegalArgumentException().isThrownBy(() -> IdempotencyKey.parse(header));
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> IdempotencyKey.parse("x".repeat(256)));
    }
}
