package dev.postern.ingest.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    @Test
    void hasTimeLeftUntilItHasPassed() {
        var deadline = Deadline.in(Duration.ofHours(1));
        assertThat(deadline.hasPassed()).isFalse();
        assertThat(deadline.remaining()).isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
    }

    @Test
    void neverHasLessThanNoTimeLeft() {
        var deadline = Deadline.in(Duration.ofHours(-1));
        assertThat(deadline.hasPassed()).isTrue();
        assertThat(deadline.remaining()).isZero();
    }

    @Test
    void canOnlyBeBroughtForward() {
        var deadline = Deadline.in(Duration.ofHours(1));
        assertThat(deadline.atMost(Duration.ofHours(2))).isSameAs(deadline);
        assertThat(deadline.atMost(Duration.ofMinutes(1)).remaining())
                .isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    }

    @Test
    void staysPassedWhateverIsAllowed() {
        assertThat(Deadline.in(Duration.ofSeconds(-1))
                        .atMost(Duration.ofHours(1))
                        .hasPassed())
                .isTrue();
    }
}
