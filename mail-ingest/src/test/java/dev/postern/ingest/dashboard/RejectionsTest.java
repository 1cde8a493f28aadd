package dev.postern.ingest.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.dashboard.Rejections.Rejection;
import dev.postern.ingest.signature.SignatureFault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class RejectionsTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Rejections rejections = new Rejections(metrics, InstantSource.fixed(Instant.EPOCH));

    @Test
    void thereAreNoneBeforeTheFirst() {
        assertThat(rejections.list()).isEmpty();
    }

    @Test
    void theMostFrequentComesFirstAndASignatureFaultWithItsText() {
        count("rejected", "malformed", 1);
        count("rejected", SignatureFault.MISMATCH.tag(), 250);

        assertThat(rejections.list())
                .containsExactly(
                        new Rejection("signature_mismatch", 250, SignatureFault.MISMATCH.text()),
                        new Rejection("malformed", 1, null));
    }

    @Test
    void messagesAreNoRejectedRequests() {
        count("refused", "recipient", 3);

        assertThat(rejections.list()).isEmpty();
    }

    private void count(String outcome, String reason, int times) {
        metrics.counter("postern.ingest.messages", "outcome", outcome, "reason", reason)
                .increment(times);
    }
}
