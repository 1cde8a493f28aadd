package dev.postern.admin.self;

import dev.postern.admin.addresses.HostedAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Counts wrong passwords, whether there is such a mailbox or not, and ends the guessing for a while. */
final class WrongPasswords {

    /** Beyond this the one that was quiet longest is forgotten: memory stays bounded whatever comes in. */
    private static final int MAX_GUESSERS = 10_000;

    private final int allowed;
    private final Duration pause;
    private final InstantSource clock;
    private final Map<Guesser, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Guesser, Count> eldest) {
            return size() > MAX_GUESSERS;
        }
    };

    WrongPasswords(SelfServiceSettings settings, InstantSource clock) {
        this.allowed = settings.wrongPasswords();
        this.pause = settings.pause();
        this.clock = clock;
    }

    /** How long to wait, if there were too many. */
    synchronized Optional<Duration> pauseFor(Guesser guesser) {
        return current(guesser)
                .filter(count -> count.wrong >= allowed)
                .map(count -> Duration.between(clock.instant(), count.last.plus(pause)));
    }

    synchronized void add(Guesser guesser) {
        var wrong = current(guesser).map(Count::wrong).orElse(0) + 1;
        counts.remove(guesser);
        counts.put(guesser, new Count(wrong, clock.instant()));
    }

    synchronized void forget(Guesser guesser) {
        counts.remove(guesser);
    }

    private Optional<Count> current(Guesser guesser) {
        return Optional.ofNullable(counts.get(guesser))
                .filter(count -> clock.instant().isBefore(count.last.plus(pause)));
    }

    /**
     * Whose guesses are counted together.
     *
     * @param from where they come from, if that counts: webmail asks for all of its users from one IP address
     */
    record Guesser(HostedAddress mailbox, Optional<String> from) {}

    private record Count(int wrong, Instant last) {}
}
