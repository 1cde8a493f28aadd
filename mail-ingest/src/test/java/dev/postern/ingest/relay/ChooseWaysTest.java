package dev.postern.ingest.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.relay.Allowance.Used;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChooseWaysTest {

    private final Relay main = relay("main", Optional.of("second"), 100);
    private final Relay second = relay("second", Optional.empty(), 10);

    @Test
    void takesTheRelayItself() {
        var state = stateOfMain(new Used(79, 79), new Used(0, 0));

        assertThat(state.transport()).isEqualTo("relay-main:[main.example]:587");
        assertThat(state.standIn()).isEmpty();
        assertThat(state.trouble()).isEmpty();
    }

    @Test
    void saysThatItIsNearlySpent() {
        var state = stateOfMain(new Used(80, 80), new Used(0, 0));

        assertThat(state.transport()).isEqualTo("relay-main:[main.example]:587");
        assertThat(state.trouble()).contains("its allowance is nearly spent: 80 of 100 a day");
    }

    @Test
    void takesTheOtherOnceItIsSpent() {
        var state = stateOfMain(new Used(100, 100), new Used(9, 9));

        assertThat(state.transport()).isEqualTo("relay-second:[second.example]:587");
        assertThat(state.standIn()).contains("second");
        assertThat(state.trouble()).contains("its allowance is spent: 100 of 100 a day");
    }

    @Test
    void waitsWhereTheOtherIsSpentAsWellOrIsNotThere() {
        var waits = "retry:4.3.5 the relay main has had its allowance: 100 of 100 a day";

        assertThat(stateOfMain(new Used(100, 100), new Used(10, 10)).transport())
                .isEqualTo(waits);
        assertThat(new ChooseWays(List.of(main), Map.of("main", new Used(100, 100)))
                        .apply()
                        .getFirst()
                        .transport())
                .isEqualTo(waits);
    }

    @Test
    void aMonthCountsAsWell() {
        var allowance = new Allowance(OptionalLong.empty(), OptionalLong.of(1000), true);

        assertThat(allowance.spent(new Used(5, 999))).isEmpty();
        assertThat(allowance.spent(new Used(5, 1000))).contains("1000 of 1000 a month");
        assertThat(allowance.nearlySpent(new Used(5, 800))).contains("800 of 1000 a month");
    }

    private RelayState stateOfMain(Used usedByMain, Used usedBySecond) {
        return new ChooseWays(List.of(main, second), Map.of("main", usedByMain, "second", usedBySecond))
                .apply()
                .getFirst();
    }

    private static Relay relay(String name, Optional<String> fallback, long daily) {
        return new Relay(
                name,
                name + ".example",
                587,
                fallback,
                Optional.empty(),
                new Allowance(OptionalLong.of(daily), OptionalLong.empty(), true));
    }
}
