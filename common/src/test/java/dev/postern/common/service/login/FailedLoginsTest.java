package dev.postern.common.service.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final InstantSource clock = now::get;
    private final FailedLogins failures = new FailedLogins(clock);
    private final FailedLogins.Source source = new FailedLogins.Source("operator", "198.51.100.1");

    @Test
    void waitsLongerAfterEachFailureUpToAQuarterOfAnHour() {
        assertThat(waitAfter(4)).isZero();
        assertThat(waitAfter(1)).hasSeconds(30);
        assertThat(waitAfter(1)).hasMinutes(1);
        assertThat(waitAfter(1)).hasMinutes(2);
        assertThat(waitAfter(100)).hasMinutes(15);
    }

    @Test
    void letsTryAgainWhenTheTimeIsOver() {
        pass(waitAfter(5));

        assertThat(failures.waitFor(source)).isZero();
    }

    @Test
    void forgetsAfterASuccessAndAfterAnHour() {
        waitAfter(5);
        failures.forget(source);
        assertThat(waitAfter(4)).isZero();

        pass(Duration.ofHours(1).plusSeconds(1));
        assertThat(waitAfter(4)).isZero();
    }

    @Test
    void remembersABoundedNumberOfSources() {
        waitAfter(5);
        for (int other = 0; other < 10_000; other++) {
            failures.add(new FailedLogins.Source("name " + other, "198.51.100.1"));
        }

        assertThat(failures.waitFor(source)).isZero();
    }

    private Duration waitAfter(int moreFailures) {
        for (int failure = 0; failure < moreFailures; failure++) {
            failures.add(source);
        }
        return failures.waitFor(source);
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }
}
