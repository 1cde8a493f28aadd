package dev.postern.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.database.Database;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ReceiptsHealthTest {

    private final Database database = new Database(() -> Instant.parse("2026-05-01T10:00:00Z"));

    /** Mail is taken without it. */
    @Test
    void isNeverAReasonToBeIll() {
        var health = new ReceiptsHealth(
                database, new Unwritten(JournaledReceiptsTest.settings(100), new SimpleMeterRegistry()));
        database.missed(new IllegalStateException("nobody there"));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails())
                .containsEntry("database", "away")
                .containsEntry("problem", "nobody there")
                .containsEntry("unwritten", 0);
        database.found();
        assertThat(health.health().getDetails()).containsEntry("database", "up").doesNotContainKey("problem");
    }
}
