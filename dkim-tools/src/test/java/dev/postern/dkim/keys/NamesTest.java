package dev.postern.dkim.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"20260131", "a", "summer-2026", "a--b", "12345678901234567890123456789012345678901234567890"})
    void takesLabelsOfDns(String name) {
        assertThat(PairName.parse(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-a",
                "a-",
                "a.b",
                "a_b",
                "..",
                "../../etc/cron.d/x",
                "a/b",
                "a\\b",
                "a\u0000",
                "a\n",
                "a b",
                "a;reboot",
                "$(reboot)",
                "\u00e9t\u00e9",
                "\uff41",
                "123456789012345678901234567890123456789012345678901"
            })
    void refusesWhatIsNoLabelOrLeavesNoRoomForTheAlgorithm(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> PairName.parse(name));
    }

    @Test
    void keepsNamesInLowerCase() {
        assertThat(PairName.parse("Summer-2026")).isEqualTo(new PairName("summer-2026"));
        assertThatIllegalArgumentException().isThrownBy(() -> new PairName("Summer"));
    }

    @Test
    void givesEachAlgorithmASelectorOfItsOwn() {
        var name = new PairName("20260131");

        assertThat(name.selectorOf(Algorithm.RSA)).hasToString("20260131-rsa");
        assertThat(name.selectorOf(Algorithm.ED25519)).hasToString("20260131-ed25519");
    }

    @Test
    void theLongestNameStillMakesASelector() {
        var selector = new PairName("a".repeat(50)).selectorOf(Algorithm.ED25519);

        assertThat(selector.value().length()).isLessThanOrEqualTo(63);
        assertThatIllegalArgumentException().isThrownBy(() -> new Selector("a".repeat(64)));
    }
}
