package dev.postern.ingest.journal;

import dev.postern.common.service.logfile.LogFile;
import dev.postern.ingest.database.Database;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes down what Postfix's log tells, a second after it happened; after an outage it goes on where it was. */
@Component
final class FollowLog {

    private final LogFile log;
    private final LogLine lines;
    private final DeliveryTable table;
    private final Database database;
    private final InstantSource clock;
    private final JournalSettings settings;

    FollowLog(JournalSettings settings, DeliveryTable table, Database database, InstantSource clock) {
        this.log = new LogFile(settings.log());
        this.lines = new LogLine(clock);
        this.table = table;
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 2000, fixedDelay = 1000)
    void follow() throws IOException {
        if (!database.isUp()) {
            return;
        }
        try {
            var piece = log.readFrom(table.place());
            while (piece.isPresent()) {
                var found = piece.get();
                table.write(
                        found.lines().stream()
                                .flatMap(line -> lines.attempt(line).stream())
                                .toList(),
                        found.end());
                piece = log.readFrom(Optional.of(found.end()));
            }
        } catch (DataAccessException | TransactionException failure) {
            database.failed(failure);
        }
    }

    @Scheduled(initialDelayString = "10m", fixedDelayString = "1d")
    void forget() {
        if (database.isUp()) {
            table.deleteOlderThan(clock.instant().minus(settings.retention()));
        }
    }
}
