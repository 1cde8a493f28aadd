package dev.postern.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.Sha256;
import dev.postern.ingest.delivery.DeliveryKey;
import dev.postern.ingest.support.Mails;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

    private static final int HALF_A_MILLION = 500_000;

    private final KnownKeys keys = new KnownKeys();

    @Test
    void knowsNothingAtFirst() {
        assertThat(keys.mayContain(Mails.randomKey())).isFalse();
    }

    @Test
    void knowsEveryKeyThatWasAdded() {
        var added = Stream.generate(Mails::randomKey).limit(10_000).toList();
        added.forEach(keys::add);
        assertThat(added).allMatch(keys::mayContain);
    }

    /** One in 2000, as documented; the same keys in every run. */
    @Test
    void isSeldomWrongAboutAKeyThatWasNot() {
        var random = new Random(42);
        for (int added = 0; added < HALF_A_MILLION; added++) {
            keys.add(key(random));
        }
        int wrong = 0;
        for (int stranger = 0; stranger < 100_000; stranger++) {
            wrong += keys.mayContain(key(random)) ? 1 : 0;
        }
        assertThat(wrong).isBetween(20, 75);
    }

    private static DeliveryKey key(Random random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new DeliveryKey(Sha256.fromBytes(bytes));
    }
}
