package dev.postern.dkim.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairListTest {

    private static final String TEXT = """
            20260601 2026-06-01T08:15:30Z active
            20251201 2025-12-01T07:00:12Z spare
            """;

    @Test
    void isReadAsItWasWritten() {
        var list = PairList.parse(TEXT.lines().toList());

        assertThat(list.active()).isEqualTo(new PairName("20260601"));
        assertThat(list.entries())
                .containsExactly(
                        new PairList.Entry(new PairName("20260601"), Instant.parse("2026-06-01T08:15:30Z")),
                        new PairList.Entry(new PairName("20251201"), Instant.parse("2025-12-01T07:00:12Z")));
        assertThat(list.text()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20260601",
                "20260601 2026-06-01T08:15:30Z",
                "20260601 2026-06-01T08:15:30Z spare",
                "20260601 yesterday active",
                "../../root 2026-06-01T08:15:30Z active",
                "20260601  2026-06-01T08:15:30Z active",
                "20260601 2026-06-01T08:15:30Z active\n20251201 2025-12-01T07:00:12Z active",
                "20260601 2026-06-01T08:15:30Z active\n20251201 2025-12-01T07:00:12Z sp",
                "20260601 2026-06-01T08:15:30Z active\n\u0000\u0000\u0000"
            })
    void refusesWhatIsDamagedOrCutOff(String text) {
        var lines = List.of(text.split("\n", -1));

        assertThatIllegalArgumentException().isThrownBy(() -> PairList.parse(lines));
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairList.parse(List.of()))
                .withMessageContaining("0 pairs are active");
    }
}
