package dev.postern.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.delivery.DeliveryOutcome;
import dev.postern.ingest.delivery.Reason;
import dev.postern.ingest.delivery.Receipt;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.Replies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnwrittenTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Unwritten unwritten = new Unwritten(JournaledReceiptsTest.settings(100), metrics);

    @Test
    void leavesHalfOfItsRoomToDeliveries() {
        add(80, Replies.deferred(Reason.NEXT_HOP_BUSY));
        assertThat(unwritten.size()).isEqualTo(50);
        assertThat(metrics.get("postern.ingest.receipts.dropped").counter().count())
                .isEqualTo(30);
        add(50, Replies.accepted());
        assertThat(unwritten.size()).isEqualTo(100);
        assertThat(unwritten.hasRoom()).isFalse();
    }

    @Test
    void neverForgetsADelivery() {
        add(120, Replies.accepted());
        assertThat(unwritten.size()).isEqualTo(120);
        assertThat(metrics.get("postern.ingest.receipts.unwritten").gauge().value())
                .isEqualTo(120);
    }

    @Test
    void givesOutNoMoreAtATimeThanAskedFor() throws Exception {
        add(25, Replies.accepted());
        assertThat(unwritten.take(10, Duration.ZERO, Duration.ZERO)).hasSize(10);
        assertThat(unwritten.takeNow(10)).hasSize(10);
        assertThat(unwritten.take(10, Duration.ZERO, Duration.ZERO)).hasSize(5);
        assertThat(unwritten.take(10, Duration.ZERO, Duration.ZERO)).isEmpty();
        assertThat(unwritten.takeNow(10)).isEmpty();
    }

    @Test
    void keepsTheOrderOfWhatIsPutBack() throws Exception {
        add(5, Replies.accepted());
        var batch = unwritten.take(3, Duration.ZERO, Duration.ZERO);
        unwritten.putBack(batch);
        assertThat(unwritten.takeNow(5)).hasSize(5).startsWith(batch.toArray(new Receipt[0]));
    }

    private void add(int count, DeliveryOutcome outcome) {
        for (int added = 0; added < count; added++) {
            unwritten.add(Mails.aMail().receipt(outcome));
        }
    }
}
