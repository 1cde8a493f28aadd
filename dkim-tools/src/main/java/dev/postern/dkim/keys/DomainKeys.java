package dev.postern.dkim.keys;

import dev.postern.common.mail.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of one domain.
 *
 * @param active the pair to sign mail with
 * @param pairs all pairs, the newest first; the active one is among them
 */
public record DomainKeys(DomainName domain, PairName active, List<Pair> pairs) {

    public DomainKeys {
        pairs = List.copyOf(pairs);
        if (pairs.stream().noneMatch(pair -> pair.name().equals(active))) {
            throw new IllegalArgumentException("%s has no pair %s to be active".formatted(domain, active));
        }
    }

    static DomainKeys first(DomainName domain, Pair pair) {
        return new DomainKeys(domain, pair.name(), List.of(pair));
    }

    DomainKeys plus(Pair pair) {
        return new DomainKeys(
                domain, active, Stream.concat(Stream.of(pair), pairs.stream()).toList());
    }

    DomainKeys activating(PairName name) {
        return new DomainKeys(domain, name, pairs);
    }

    Optional<Pair> find(PairName name) {
        return pairs.stream().filter(pair -> pair.name().equals(name)).findFirst();
    }

    public boolean isActive(Pair pair) {
        return pair.name().equals(active);
    }

    /** Two keys that were made together. */
    public record Pair(PairName name, Instant created, List<KeyDetails> keys) {

        public Pair {
            keys = List.copyOf(keys);
        }
    }
}
