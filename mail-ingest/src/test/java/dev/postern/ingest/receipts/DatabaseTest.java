package dev.postern.ingest.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.receipts.Database.State;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class DatabaseTest {

    private final Instant start = Instant.parse("2026-05-01T10:00:00Z");
    private Instant now = start;
    private final Database database = new Database(() -> now);

    @Test
    void isAwayUntilItWasFound() {
        assertThat(database.isUp()).isFalse();
        now = now.plusSeconds(5);
        database.found();
        assertThat(database.state()).isEqualTo(new State(true, now, ""));
    }

    @Test
    void saysSinceWhenAndWhy() {
        database.found();
        now = now.plusSeconds(5);
        database.missed(new IllegalStateException("outside", new IllegalArgumentException("the cause")));
        var away = database.state();
        assertThat(away).isEqualTo(new State(false, now, "the cause"));
        now = now.plus(Duration.ofHours(1));
        database.missed(new IllegalStateException("later"));
        assertThat(database.state()).isEqualTo(away);
    }

    @Test
    void stateSinceDoesNotMoveWhileItIsThere() {
        database.found();
        now = now.plusSeconds(5);
        database.found();
        assertThat(database.state().since()).isEqualTo(start);
    }

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
