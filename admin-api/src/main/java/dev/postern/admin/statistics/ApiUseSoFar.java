package dev.postern.admin.statistics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Calls that were answered and are not written down yet: a call does not wait for that. There is one entry a token. */
@Component
class ApiUseSoFar {

    private final Map<String, ApiUse> uses = new HashMap<>();
    private final MeterRegistry meters;

    ApiUseSoFar(MeterRegistry meters) {
        this.meters = meters;
    }

    void add(String token, boolean refused) {
        Counter.builder("postern.admin.api.calls")
                .description("Calls of the API with a token")
                .tag("token", token)
                .tag("outcome", refused ? "refused" : "answered")
                .register(meters)
                .increment();
        put(new ApiUse(token, 1, refused ? 1 : 0));
    }

    /** What cannot be written is tried again the next time. */
    void writeTo(Consumer<Collection<ApiUse>> table) {
        var taken = take();
        try {
            table.accept(taken);
        } catch (RuntimeException unwritten) {
            taken.forEach(this::put);
            throw unwritten;
        }
    }

    private synchronized void put(ApiUse use) {
        uses.merge(use.token(), use, ApiUse::and);
    }

    private synchronized List<ApiUse> take() {
        var taken = List.copyOf(uses.values());
        uses.clear();
        return taken;
    }
}
