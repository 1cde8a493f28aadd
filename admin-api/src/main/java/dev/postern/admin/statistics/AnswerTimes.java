package dev.postern.admin.statistics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How long answers take: of the last hour the percentiles, and how many since the service started. */
@Component
class AnswerTimes {

    private static final double[] PERCENTILES = {0.5, 0.95, 0.99};

    private final Map<AnswerKind, Timer> timers = new EnumMap<>(AnswerKind.class);

    AnswerTimes(MeterRegistry meters) {
        for (var kind : AnswerKind.values()) {
            timers.put(
                    kind,
                    Timer.builder("postern.admin.answers")
                            .description("Time to the end of an answer")
                            .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                            .publishPercentiles(PERCENTILES)
                            .distributionStatisticExpiry(Duration.ofHours(1))
                            .register(meters));
        }
    }

    void add(AnswerKind kind, Duration time) {
        var timer = timers.get(kind);
        if (timer != null) {
            timer.record(time);
        }
    }

    List<AnswerTime> all() {
        return timers.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static AnswerTime of(AnswerKind kind, Timer timer) {
        var now = timer.takeSnapshot();
        var millis = Arrays.stream(now.percentileValues())
                .mapToLong(AnswerTimes::millis)
                .toArray();
        return new AnswerTime(kind, now.count(), millis[0], millis[1], millis[2]);
    }

    private static long millis(ValueAtPercentile value) {
        return Duration.ofNanos((long) value.value()).toMillis();
    }
}
