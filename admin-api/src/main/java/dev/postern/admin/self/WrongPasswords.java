package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong passwords of each address, whether it exists or not, and ends the guessing for a while. Not by client:
 * webmail asks for all of its users from one address.
 */
final class WrongPasswords {

    /** Beyond this the address that was quiet longest is forgotten: memory stays bounded whatever comes in. */
    private static final int MAX_ADDRESSES = 10_000;

    private final int allowed;
    private final Duration pause;
    private final InstantSource clock;
    private final Map<HostedAddress, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<HostedAddress, Count> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    WrongPasswords(SelfServiceSettings settings, InstantSource clock) {
        this.allowed = settings.wrongPasswords();
        this.pause = settings.pause();
        this.clock = clock;
    }

    /** How long to wait, if there were too many. */
    synchronized Optional<Duration> pauseFor(HostedAddress address) {
        return current(address)
                .filter(count -> count.wrong >= allowed)
                .map(count -> Duration.between(clock.instant(), count.last.plus(pause)));
    }

    synchronized void add(HostedAddress address) {
        var wrong = current(address).map(Count::wrong).orElse(0) + 1;
        counts.remove(address);
        counts.put(address, new Count(wrong, clock.instant()));
    }

    synchronized void forget(HostedAddress address) {
        counts.remove(address);
    }

    private Optional<Count> current(HostedAddress address) {
        return Optional.ofNullable(counts.get(address))
                .filter(count -> clock.instant().isBefore(count.last.plus(pause)));
    }

    private record Count(int wrong, Instant last) {}
}
