package dev.postern.ingest.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The relays for scripts. */
@RestController
@RequestMapping("/api/v1/relays")
final class RelaysApi {

    private final PublishRelays relays;

    RelaysApi(PublishRelays relays) {
        this.relays = relays;
    }

    @GetMapping
    List<Resource> list() {
        return relays.states().stream().map(Resource::of).toList();
    }

    /**
     * A relay as the API shows it.
     *
     * @param standIn the relay that takes its mail while its allowance is spent
     */
    record Resource(
            String name,
            String destination,
            long usedToday,
            long usedThisMonth,
            @Nullable Long dailyAllowance,
            @Nullable Long monthlyAllowance,
            @Nullable String standIn,
            @Nullable String trouble) {

        static Resource of(RelayState state) {
            var allowance = state.relay().allowance();
            return new Resource(
                    state.relay().name(),
                    state.relay().destination(),
                    state.used().today(),
                    state.used().thisMonth(),
                    allowance.daily().isPresent() ? allowance.daily().getAsLong() : null,
                    allowance.monthly().isPresent() ? allowance.monthly().getAsLong() : null,
                    state.standIn().orElse(null),
                    state.trouble().orElse(null));
        }
    }
}
