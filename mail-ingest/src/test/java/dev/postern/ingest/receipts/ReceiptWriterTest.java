package dev.postern.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.postern.ingest.database.Database;
import dev.postern.ingest.delivery.Receipt;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.Replies;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReceiptWriterTest {

    private volatile Instant now = Instant.parse("2026-05-01T10:00:00Z");
    private final PlayedTable table = new PlayedTable();
    private final Database database = new Database(() -> now);
    private final ReceiptSettings settings = JournaledReceiptsTest.settings(1000);
    private final Unwritten unwritten = new Unwritten(settings, new SimpleMeterRegistry());
    private final JournaledReceipts receipts = new JournaledReceipts(table, unwritten, database, () -> now, settings);
    private final Flyway flyway = mock(Flyway.class);
    private final ReceiptWriter writer =
            new ReceiptWriter(unwritten, table, receipts, database, flyway, () -> now, settings);

    @AfterEach
    void stop() {
        writer.stop();
    }

    @Test
    void makesTheSchemaOnceAndWritesInOrder() {
        writer.start();
        var batch = remember(25);
        await().untilAsserted(() -> assertThat(table.rows).containsExactlyElementsOf(batch));
        verify(flyway, times(1)).migrate();
        assertThat(database.isUp()).isTrue();
    }

    @Test
    void waitsForADatabaseThatComesLater() {
        doThrow(new FlywayException("Unable to obtain connection")).when(flyway).migrate();
        writer.start();
        var early = remember(3);
        await().untilAsserted(() -> verify(flyway, atLeast(2)).migrate());
        assertThat(database.state().problem()).isEqualTo("Unable to obtain connection");
        assertThat(table.rows).isEmpty();

        doThrow(new FlywayException("Schema is locked"))
                .doReturn(null)
                .when(flyway)
                .migrate();

        await().untilAsserted(() -> assertThat(table.rows).containsExactlyElementsOf(early));
    }

    @Test
    void losesNothingWhileTheDatabaseIsAwayInTheMiddle() {
        writer.start();
        await().until(database::isUp);
        table.away = true;
        var first = remember(15);
        await().until(() -> !database.isUp());
        var second = remember(15);
        assertThat(unwritten.size()).isEqualTo(30);

        table.away = false;

        await().untilAsserted(() -> assertThat(table.rows)
                .containsExactlyElementsOf(
                        Stream.concat(first.stream(), second.stream()).toList()));
    }

    /** The table makes one row of what is written twice. */
    @Test
    void writesAgainWhatMayNotHaveBeenCommitted() {
        table.unclear = true;
        writer.start();
        var batch = remember(1);
        await().untilAsserted(() -> assertThat(table.rows).containsExactly(batch.getFirst(), batch.getFirst()));
    }

    @Test
    void deletesWhatIsTooOldOnceADay() {
        writer.start();
        await().untilAsserted(() -> assertThat(table.purged).containsExactly(now.minus(settings.retention())));
        now = now.plus(Duration.ofDays(1));
        await().untilAsserted(
                        () -> assertThat(table.purged).hasSize(2).last().isEqualTo(now.minus(settings.retention())));
    }

    @Test
    void writesWhatIsLeftWhenItStops() {
        writer.start();
        await().until(database::isUp);
        var last = remember(35);
        writer.stop();
        assertThat(table.rows).containsExactlyElementsOf(last);
    }

    @Test
    void stopsAlsoWhenNothingCanBeWritten() {
        table.away = true;
        writer.start();
        remember(3);
        writer.stop();
        assertThat(unwritten.size()).isEqualTo(3);
    }

    private List<Receipt> remember(int count) {
        var batch = Stream.generate(() -> Mails.aMail().receipt(Replies.accepted()))
                .limit(count)
                .toList();
        batch.forEach(receipts::remember);
        return batch;
    }
}
