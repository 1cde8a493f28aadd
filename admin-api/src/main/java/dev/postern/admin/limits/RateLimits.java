package dev.postern.admin.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts requests in buckets that fill up evenly over a minute. The callers that were seen last are remembered, so that
 * what is kept of them does not grow with their number; whoever was forgotten begins anew.
 */
final class RateLimits {

    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int MOST_CALLERS = 10_000;
    private static final float USUAL_LOAD = 0.75f;

    private final LimitSettings settings;
    private final TimeMeter clock;
    private final Map<Caller, Bucket> buckets = new LinkedHashMap<>(16, USUAL_LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Caller, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    RateLimits(LimitSettings settings, TimeMeter clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts a request. */
    Standing take(Caller caller) {
        var probe = bucketOf(caller).tryConsumeAndReturnRemaining(1);
        return Standing.of(caller.kind(), settings.requests(caller.kind()), probe);
    }

    private synchronized Bucket bucketOf(Caller caller) {
        return buckets.computeIfAbsent(caller, one -> bucket(settings.requests(one.kind())));
    }

    private Bucket bucket(int requests) {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, WINDOW))
                .build();
    }

    /**
     * How a caller stands.
     *
     * @param quota requests in a window
     * @param remaining how many are left now
     * @param reset until all of them are there again
     * @param pause until one is there again; zero if there is one
     */
    record Standing(Caller.Kind kind, int quota, boolean allowed, long remaining, Duration reset, Duration pause) {

        private static Standing of(Caller.Kind kind, int quota, ConsumptionProbe probe) {
            return new Standing(
                    kind,
                    quota,
                    probe.isConsumed(),
                    probe.getRemainingTokens(),
                    Duration.ofNanos(probe.getNanosToWaitForReset()),
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }
}
