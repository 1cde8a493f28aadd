package dev.postern.ingest.receipts;

import dev.postern.ingest.database.Database;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells of the database without ever failing: mail is taken without it, too. */
@Component("receipts")
final class ReceiptsHealth implements HealthIndicator {

    private final Database database;
    private final Unwritten unwritten;

    ReceiptsHealth(Database database, Unwritten unwritten) {
        this.database = database;
        this.unwritten = unwritten;
    }

    @Override
    public Health health() {
        var state = database.state();
        var health = Health.up()
                .withDetail("database", state.up() ? "up" : "away")
                .withDetail("since", state.since())
                .withDetail("unwritten", unwritten.size());
        return (state.up() ? health : health.withDetail("problem", state.problem())).build();
    }
}
