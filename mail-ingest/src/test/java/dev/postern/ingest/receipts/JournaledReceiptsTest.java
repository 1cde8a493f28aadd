package dev.postern.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.database.Database;
import dev.postern.ingest.delivery.DeliveryKey;
import dev.postern.ingest.delivery.DeliveryOutcome;
import dev.postern.ingest.delivery.Reason;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.Replies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JournaledReceiptsTest {

    private final Instant now = Instant.parse("2026-05-01T10:00:00Z");
    private final DeliveryKey key = Mails.randomKey();
    private final PlayedTable table = new PlayedTable();
    private final Database database = new Database(() -> now);
    private final Unwritten unwritten = new Unwritten(settings(100), new SimpleMeterRegistry());
    private final JournaledReceipts receipts =
            new JournaledReceipts(table, unwritten, database, () -> now, settings(100));

    static ReceiptSettings settings(int maxUnwritten) {
        return new ReceiptSettings(
                "jdbc:mariadb://127.0.0.1:1/ingest",
                "ingest",
                Path.of("/nowhere"),
                2,
                Duration.ofDays(30),
                maxUnwritten,
                10,
                Duration.ZERO);
    }

    @Test
    void remembersADeliveryWithoutTheDatabase() {
        receipts.remember(Mails.aMail().key(key).receipt(Replies.accepted()));
        assertThat(receipts.acceptedBefore(key)).contains(Replies.QUEUED);
        assertThat(receipts.acceptedBefore(Mails.randomKey())).isEmpty();
        assertThat(unwritten.size()).isEqualTo(1);
        assertThat(table.asked).isEmpty();
    }

    @Test
    void remembersNothingElseAsDelivered() {
        receipts.remember(Mails.aMail().key(key).receipt(Replies.refused("550 5.1.1 no")));
        receipts.remember(Mails.aMail().key(key).receipt(Replies.deferred(Reason.NEXT_HOP_BUSY)));
        assertThat(receipts.acceptedBefore(key)).isEmpty();
        assertThat(unwritten.size()).isEqualTo(2);
    }

    @Test
    void asksTheDatabaseUntilItKnowsAllKeys() {
        database.found();
        table.accepted.put(key, Replies.QUEUED);
        assertThat(receipts.acceptedBefore(key)).contains(Replies.QUEUED);
        assertThat(table.asked).containsExactly(now.minus(Duration.ofDays(30)));
    }

    @Test
    void asksTheDatabaseOnlyForKeysThatMayBeThere() {
        database.found();
        table.accepted.put(key, Replies.QUEUED);
        receipts.learnFromDatabase();
        for (int stranger = 0; stranger < 100; stranger++) {
            assertThat(receipts.acceptedBefore(Mails.randomKey())).isEmpty();
        }
        assertThat(table.asked).isEmpty();
        assertThat(receipts.acceptedBefore(key)).contains(Replies.QUEUED);
        assertThat(table.asked).hasSize(1);
    }

    @Test
    void asksNoDatabaseThatIsAway() {
        table.accepted.put(key, Replies.QUEUED);
        assertThat(receipts.acceptedBefore(key)).isEmpty();
        assertThat(table.asked).isEmpty();
    }

    @Test
    void noticesThatTheDatabaseWentAwayAndFailsNobody() {
        database.found();
        table.away = true;
        assertThat(receipts.acceptedBefore(key)).isEmpty();
        assertThat(database.isUp()).isFalse();
        assertThat(database.state().problem()).isEqualTo("nobody there");
    }

    /** What is delivered while the keys are read must not fall between the old filter and the new one. */
    @Test
    void forgetsNothingThatComesWhileItLearns() {
        var before = Mails.randomKey();
        database.found();
        receipts.remember(Mails.aMail().key(before).receipt(Replies.accepted()));
        table.whileReading = () -> receipts.remember(Mails.aMail().key(key).receipt(Replies.accepted()));
        receipts.learnFromDatabase();
        pushOutOfMemory();
        table.accepted.put(key, Replies.QUEUED);
        table.accepted.put(before, Replies.QUEUED);
        assertThat(receipts.acceptedBefore(key)).isPresent();
        assertThat(receipts.acceptedBefore(before)).isPresent();
    }

    @Test
    void hasRoomForSoManyOnly() {
        for (int count = 0; count < 100; count++) {
            assertThat(receipts.hasRoom()).isTrue();
            receipts.remember(Mails.aMail().key(Mails.randomKey()).receipt(Replies.accepted()));
        }
        assertThat(receipts.hasRoom()).isFalse();
    }

    @Test
    void writesDuplicatesDownWithoutTakingThemForTheFirst() {
        receipts.remember(Mails.aMail().key(key).receipt(new DeliveryOutcome.Accepted(Replies.QUEUED, true)));
        assertThat(unwritten.size()).isEqualTo(1);
        assertThat(receipts.acceptedBefore(key)).isEmpty();
    }

    private void pushOutOfMemory() {
        for (int count = 0; count < 200; count++) {
            receipts.remember(Mails.aMail().key(Mails.randomKey()).receipt(Replies.accepted()));
        }
    }
}
