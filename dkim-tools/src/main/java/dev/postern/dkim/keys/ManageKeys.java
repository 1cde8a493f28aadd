package dev.postern.dkim.keys;

import dev.postern.common.mail.DomainName;
import java.security.KeyPair;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Makes keys and says which of them are to sign. One change at a time, so that none overwrites another. */
public final class ManageKeys {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

    private final KeyStore store;
    private final InstantSource clock;

    public ManageKeys(KeyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A name for a pair that is made now: the date, in UTC. */
    public PairName nameForToday() {
        return new PairName(DATE.format(clock.instant()));
    }

    /** Makes an RSA and an Ed25519 key. A domain's first pair is active at once; another one waits to be made active. */
    public synchronized Creation create(DomainName domain, PairName name) {
        try {
            requireRoomInDns(domain, name);
        } catch (IllegalArgumentException tooLong) {
            return new Creation.TooLong(String.valueOf(tooLong.getMessage()));
        }
        var before = store.find(domain);
        if (before.flatMap(keys -> keys.find(name)).isPresent()) {
            return new Creation.NameTaken();
        }
        var secrets = generate();
        var pair = describe(domain, name, secrets);
        var after = before.map(keys -> keys.plus(pair)).orElseGet(() -> DomainKeys.first(domain, pair));
        store.add(after, pair, secrets);
        return new Creation.Created(after);
    }

    /** Makes this pair the one to sign with; nothing, if the domain has no such pair. */
    public synchronized Optional<DomainKeys> activate(DomainName domain, PairName name) {
        var changed =
                store.find(domain).filter(keys -> keys.find(name).isPresent()).map(keys -> keys.activating(name));
        changed.ifPresent(store::update);
        return changed;
    }

    private static void requireRoomInDns(DomainName domain, PairName name) {
        for (var algorithm : Algorithm.values()) {
            new TxtRecord(TxtRecord.nameOf(domain, name.selectorOf(algorithm)), "");
        }
    }

    private static Map<Algorithm, KeyPair> generate() {
        var secrets = new EnumMap<Algorithm, KeyPair>(Algorithm.class);
        Arrays.stream(Algorithm.values()).forEach(algorithm -> secrets.put(algorithm, algorithm.generate()));
        return secrets;
    }

    private DomainKeys.Pair describe(DomainName domain, PairName name, Map<Algorithm, KeyPair> secrets) {
        var details = secrets.entrySet().stream()
                .map(entry -> {
                    var selector = name.selectorOf(entry.getKey());
                    var record = TxtRecord.of(
                            domain, selector, entry.getKey(), entry.getValue().getPublic());
                    return new KeyDetails(entry.getKey(), selector, record);
                })
                .toList();
        return new DomainKeys.Pair(name, clock.instant().truncatedTo(ChronoUnit.SECONDS), details);
    }

    /** What became of the wish for new keys. */
    public sealed interface Creation {

        record Created(DomainKeys keys) implements Creation {}

        record NameTaken() implements Creation {}

        record TooLong(String reason) implements Creation {}
    }
}
