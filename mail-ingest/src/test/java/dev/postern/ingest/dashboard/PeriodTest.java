package dev.postern.ingest.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.890Z");

    @ParameterizedTest
    @EnumSource
    void aRangeHasSixtyToAHundredStepsThePresentOneLast(TimeRange range) {
        var period = range.endingAt(NOW);

        assertThat(period.starts()).hasSizeBetween(60, 100).hasSize(period.steps());
        assertThat(period.starts().getLast()).isBeforeOrEqualTo(NOW);
        assertThat(period.end())
                .isAfter(NOW)
                .isEqualTo(period.starts().getLast().plus(period.step()));
    }

    @Test
    void aRangeIsAsLongAsItIsCalledLessWhatIsLeftOfThePresentStep() {
        assertThat(TimeRange.HOUR.endingAt(NOW).start()).isEqualTo("2026-03-04T04:07:00Z");
        assertThat(TimeRange.DAY.endingAt(NOW).start()).isEqualTo("2026-03-03T05:15:00Z");
        assertThat(TimeRange.WEEK.endingAt(NOW).start()).isEqualTo("2026-02-25T06:00:00Z");
        assertThat(TimeRange.MONTH.endingAt(NOW).start()).isEqualTo("2026-02-02T08:00:00Z");
    }

    @Test
    void whatIsLeftFromATimeOnBeginsWithTheStepOfThatTime() {
        var period = new Period(Instant.parse("2026-01-01T00:00:00Z"), Duration.ofMinutes(15), 8);

        assertThat(period.from(Instant.parse("2026-01-01T01:44:59.9Z")).starts())
                .containsExactly(Instant.parse("2026-01-01T01:30:00Z"), Instant.parse("2026-01-01T01:45:00Z"));
        assertThat(period.from(Instant.parse("2025-12-01T00:00:00Z"))).isEqualTo(period);
        assertThat(period.from(Instant.parse("2026-01-02T00:00:00Z")).starts()).isEmpty();
    }
}
