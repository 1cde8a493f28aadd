package dev.postern.ingest.dashboard;

import dev.postern.ingest.signature.SignatureFault;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Requests that never became a message, so that they have no receipt: forged ones among them. They are counted in memory
 * since the start of the service.
 */
@Component
final class Rejections {

    private static final Map<String, SignatureFault> FAULTS =
            Arrays.stream(SignatureFault.values()).collect(Collectors.toMap(SignatureFault::tag, Function.identity()));

    private final MeterRegistry metrics;
    private final Instant since;

    Rejections(MeterRegistry metrics, InstantSource clock) {
        this.metrics = metrics;
        this.since = clock.instant();
    }

    Instant since() {
        return since;
    }

    /** The most frequent first. */
    List<Rejection> list() {
        return metrics.find("postern.ingest.messages").tag("outcome", "rejected").counters().stream()
                .map(Rejections::rejection)
                .sorted(Comparator.comparingLong(Rejection::count).reversed().thenComparing(Rejection::reason))
                .toList();
    }

    private static Rejection rejection(Counter counter) {
        var reason = String.valueOf(counter.getId().getTag("reason"));
        var fault = FAULTS.get(reason);
        return new Rejection(reason, Math.round(counter.count()), fault == null ? null : fault.text());
    }

    /** @param fault what is wrong with the signature, if that is the reason */
    record Rejection(String reason, long count, @Nullable String fault) {}
}
