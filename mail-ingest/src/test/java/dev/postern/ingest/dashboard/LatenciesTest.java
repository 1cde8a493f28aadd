package dev.postern.ingest.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void aPercentileIsTheSmallestDurationThatSoManyDoNotExceed() {
        var hundred = new TreeMap<Integer, Long>();
        IntStream.rangeClosed(1, 100).forEach(millis -> hundred.put(millis, 1L));
        var latencies = Latencies.of(hundred);

        assertThat(latencies.percentile(50)).hasValue(50);
        assertThat(latencies.percentile(95)).hasValue(95);
        assertThat(latencies.percentile(99)).hasValue(99);
    }

    @Test
    void ofASingleDurationEveryPercentileIsThatOne() {
        var latencies = Latencies.of(new TreeMap<>(Map.of(7, 1L)));

        assertThat(latencies.percentile(50)).hasValue(7);
        assertThat(latencies.percentile(99)).hasValue(7);
    }

    @Test
    void countsMatterAndNotHowManyDifferentDurationsThereAre() {
        var latencies = Latencies.of(new TreeMap<>(Map.of(10, 98L, 5000, 2L)));

        assertThat(latencies.percentile(95)).hasValue(10);
        assertThat(latencies.percentile(99)).hasValue(5000);
    }

    @Test
    void whereThereIsNothingThereIsNoPercentile() {
        assertThat(Latencies.NONE.percentile(50)).isEmpty();
    }

    @Test
    void sumsCountWhatBothHave() {
        var one = new Tally(Map.of(), 0, Latencies.of(new TreeMap<>(Map.of(1, 1L, 2, 5L))));
        var other = new Tally(Map.of(), 0, Latencies.of(new TreeMap<>(Map.of(2, 5L, 3, 1L))));

        var sum = Tally.sum(List.of(one, other)).latencies();

        assertThat(sum).isEqualTo(Latencies.of(new TreeMap<>(Map.of(1, 1L, 2, 10L, 3, 1L))));
    }
}
