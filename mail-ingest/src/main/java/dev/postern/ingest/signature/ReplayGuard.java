package dev.postern.ingest.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.mail.Sha256;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * Remembers nonces for at least as long as a signature with one can be valid, in two generations that follow each other.
 *
 * <p>It keeps 64 bits of each nonce's digest. Only who has a key gets a nonce in here, so the one chance in 2^44 that a
 * fresh one is taken for a repeated one is nobody's to exploit, and would cost one 401 that the sender repeats.
 */
@Component
final class ReplayGuard {

    private final InstantSource clock;
    private final Duration generation;
    private final int maxNonces;

    private LongSet current = new LongSet();
    private LongSet previous = new LongSet();
    private Instant currentEnds;

    ReplayGuard(SignatureSettings settings, InstantSource clock, MeterRegistry metrics) {
        this.clock = clock;
        this.generation = settings.window().plus(settings.clockSkew());
        this.maxNonces = settings.maxNonces();
        this.currentEnds = clock.instant().plus(generation);
        Gauge.builder("postern.ingest.nonces", this, ReplayGuard::size)
                .description("Signatures remembered so that none is taken twice")
                .register(metrics);
    }

    /** To be asked only for a signature that was found right. */
    synchronized Novelty remember(String keyId, String nonce) {
        turnOver();
        long mark = markOf(keyId, nonce);
        if (current.contains(mark) || previous.contains(mark)) {
            return Novelty.REPEATED;
        }
        if (current.size() >= maxNonces) {
            return Novelty.NO_ROOM;
        }
        current.add(mark);
        return Novelty.NEW;
    }

    private synchronized int size() {
        return current.size() + previous.size();
    }

    private void turnOver() {
        var now = clock.instant();
        if (now.isBefore(currentEnds)) {
            return;
        }
        previous = now.isBefore(currentEnds.plus(generation)) ? current : new LongSet();
        current = new LongSet();
        currentEnds = now.plus(generation);
    }

    private static long markOf(String keyId, String nonce) {
        var text = keyId.length() + ":" + keyId + nonce;
        long mark = ByteBuffer.wrap(Sha256.of(text.getBytes(UTF_8)).bytes()).getLong();
        return mark == 0 ? 1 : mark;
    }

    enum Novelty {
        NEW,
        REPEATED,
        NO_ROOM
    }
}
