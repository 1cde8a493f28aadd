package dev.postern.ingest.relay;

import dev.postern.ingest.relay.Allowance.Used;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which way the mail of each relay takes, given what each has taken already. */
final class ChooseWays {

    private final List<Relay> relays;
    private final Map<String, Used> used;
    private final Map<String, Relay> byName;

    ChooseWays(List<Relay> relays, Map<String, Used> used) {
        this.relays = relays;
        this.used = used;
        this.byName = relays.stream().collect(Collectors.toMap(Relay::name, Function.identity()));
    }

    List<RelayState> apply() {
        return relays.stream().map(this::state).toList();
    }

    private RelayState state(Relay relay) {
        var spent = spent(relay);
        if (spent.isEmpty()) {
            var trouble =
                    relay.allowance().nearlySpent(usedBy(relay)).map(how -> "its allowance is nearly spent: " + how);
            return new RelayState(relay, usedBy(relay), relay.transport(), Optional.empty(), trouble);
        }
        var standIn =
                relay.fallback().map(byName::get).filter(other -> spent(other).isEmpty());
        // A temporary failure: it waits, and goes on by itself when the day or the month is over.
        var transport = standIn.map(Relay::transport)
                .orElse("retry:4.3.5 the relay %s has had its allowance: %s".formatted(relay.name(), spent.get()));
        return new RelayState(
                relay,
                usedBy(relay),
                transport,
                standIn.map(Relay::name),
                Optional.of("its allowance is spent: " + spent.get()));
    }

    private Optional<String> spent(Relay relay) {
        return relay.allowance().spent(usedBy(relay));
    }

    private Used usedBy(Relay relay) {
        return used.getOrDefault(relay.name(), new Used(0, 0));
    }
}
