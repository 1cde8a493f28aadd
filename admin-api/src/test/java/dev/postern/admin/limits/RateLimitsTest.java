package dev.postern.admin.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class RateLimitsTest {

    private static final LimitSettings SETTINGS =
            new LimitSettings(3, 2, 1, DataSize.ofKilobytes(1), DataSize.ofKilobytes(2));

    private final Clock clock = new Clock();
    private final RateLimits limits = new RateLimits(SETTINGS, clock);

    @Test
    void letsSoManyThroughAndThenOneAfterTheOther() {
        var token = new Caller(Caller.Kind.TOKEN, "t");
        assertThat(limits.take(token).remaining()).isEqualTo(2);
        assertThat(limits.take(token).remaining()).isEqualTo(1);
        var last = limits.take(token);
        assertThat(last.allowed()).isTrue();
        assertThat(last.reset()).isEqualTo(Duration.ofMinutes(1));

        var refused = limits.take(token);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.pause()).isEqualTo(Duration.ofSeconds(20));

        clock.pass(Duration.ofSeconds(20));
        assertThat(limits.take(token).allowed()).isTrue();
        assertThat(limits.take(token).allowed()).isFalse();
    }

    @Test
    void countsEachForItself() {
        assertThat(limits.take(new Caller(Caller.Kind.ADDRESS, "a")).allowed()).isTrue();
        assertThat(limits.take(new Caller(Caller.Kind.ADDRESS, "a")).allowed()).isFalse();
        assertThat(limits.take(new Caller(Caller.Kind.ADDRESS, "b")).allowed()).isTrue();
        assertThat(limits.take(new Caller(Caller.Kind.OPERATOR, "a")).allowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1, 192.0.2.1, true",
        "2001:db8::1, 2001:db8::ffff:1, true",
        "2001:db8::1, 2001:db8:0:1::1, false"
    })
    void takesOneNetworkOfIpv6ForOneCaller(String one, String other, boolean same) {
        assertThat(Caller.at(one).equals(Caller.at(other))).isEqualTo(same);
    }

    private static final class Clock implements TimeMeter {

        private long now = 1;

        void pass(Duration duration) {
            now += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
