package dev.postern.ingest.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.database.Database.State;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

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

    @Test
    void aQuestionThatFailedForWantOfItMarksItAsAway() {
        database.found();
        database.failed(new CannotGetJdbcConnectionException("no connection", new SQLException("refused")));
        assertThat(database.isUp()).isFalse();
        database.found();
        database.failed(new CannotCreateTransactionException("no transaction"));
        assertThat(database.isUp()).isFalse();
    }

    @Test
    void aWrongQuestionDoesNot() {
        database.found();
        database.failed(new BadSqlGrammarException("asking", "SELEKT", new SQLException("syntax")));
        assertThat(database.isUp()).isTrue();
    }
}
