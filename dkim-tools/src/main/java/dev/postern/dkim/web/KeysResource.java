package dev.postern.dkim.web;

import dev.postern.dkim.keys.DomainKeys;
import dev.postern.dkim.keys.KeyDetails;
import java.time.Instant;
import java.util.List;

/** The keys of a domain as the API shows them: what is public of them, and nothing else. */
record KeysResource(String domain, String active, List<Pair> pairs) {

    static KeysResource of(DomainKeys keys) {
        return new KeysResource(
                keys.domain().ascii(),
                keys.active().value(),
                keys.pairs().stream()
                        .map(pair -> Pair.of(pair, keys.isActive(pair)))
                        .toList());
    }

    record Pair(String selector, Instant created, boolean active, List<Key> keys) {

        private static Pair of(DomainKeys.Pair pair, boolean active) {
            return new Pair(
                    pair.name().value(),
                    pair.created(),
                    active,
                    pair.keys().stream().map(Key::of).toList());
        }
    }

    record Key(String algorithm, String selector, Txt record) {

        private static Key of(KeyDetails key) {
            return new Key(
                    key.algorithm().tag(),
                    key.selector().value(),
                    new Txt(
                            key.record().name(),
                            "TXT",
                            key.record().value(),
                            key.record().strings(),
                            key.record().zoneLine()));
        }
    }

    /** @param strings the value in pieces of at most 255 octets, for DNS hosts that want it that way */
    record Txt(String name, String type, String value, List<String> strings, String zoneLine) {}

    /** One domain in the list of all. */
    record Summary(String domain, String active, List<String> selectors) {

        static Summary of(DomainKeys keys) {
            return new Summary(
                    keys.domain().ascii(),
                    keys.active().value(),
                    keys.pairs().stream().map(pair -> pair.name().value()).toList());
        }
    }
}
