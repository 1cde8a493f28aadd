package dev.postern.admin.surroundings;

import dev.postern.common.mail.DomainName;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the other services now and then, so that no page has to wait for one that does not answer. */
@Component
public class WatchSurroundings {

    private final Map<String, URI> components;
    private final Neighbours neighbours;
    private final IngestApi ingest;
    private final DkimKeys dkim;
    private final InstantSource clock;
    private final Map<String, ComponentState> states = new ConcurrentHashMap<>();
    private volatile Surroundings seen;

    WatchSurroundings(
            SurroundingsSettings settings,
            Neighbours neighbours,
            IngestApi ingest,
            DkimKeys dkim,
            InstantSource clock) {
        this.components = settings.components();
        this.neighbours = neighbours;
        this.ingest = ingest;
        this.dkim = dkim;
        this.clock = clock;
        this.seen = new Surroundings(clock.instant(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As it was a moment ago. */
    public Surroundings latest() {
        return seen;
    }

    /** Looks now. */
    @Scheduled(fixedDelayString = "${postern.admin.surroundings.every:15s}")
    public void look() {
        var now = clock.instant();
        var asked = new ArrayList<Thread>();
        components.forEach((name, address) -> asked.add(Thread.startVirtualThread(() -> ask(name, address, now))));
        asked.forEach(WatchSurroundings::await);
        seen = new Surroundings(
                now,
                states.values().stream()
                        .sorted(Comparator.comparing(ComponentState::name))
                        .toList(),
                ingest.traffic(),
                ingest.alerts(),
                dkim.domains());
    }

    /** Takes note of keys that were just made, without waiting for the next look. */
    public void signs(DomainName domain) {
        seen = seen.signing(domain);
    }

    private void ask(String name, URI address, Instant now) {
        var works = neighbours.works(address);
        states.merge(name, new ComponentState(name, works, now), (before, _) -> before.now(works, now));
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
