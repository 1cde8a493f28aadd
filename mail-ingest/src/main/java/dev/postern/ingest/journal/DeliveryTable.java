package dev.postern.ingest.journal;

import static dev.postern.ingest.database.Columns.cut;
import static dev.postern.ingest.database.Columns.utc;

import dev.postern.common.service.logfile.LogFile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code delivery} and {@code log_place}: a piece of the log and the place behind it are written as one. */
@Component
class DeliveryTable {

    private static final int MAX_REPLY = 1000;
    private static final int MAX_RELAY = 300;
    private static final int MAX_RECIPIENT = 320;
    private static final int PURGE_AT_A_TIME = 1000;

    /** What bounced stays so: a relay's word of it may be here before the log's that the relay took it. */
    private static final String UPSERT = """
            INSERT INTO delivery (queue_id, recipient, state, service, relay, dsn, reply, next_queue_id, remote_id, tries, first_at, last_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
            ON DUPLICATE KEY UPDATE service = VALUES(service), relay = VALUES(relay),
                dsn = IF(state = 'bounced', dsn, VALUES(dsn)), reply = IF(state = 'bounced', reply, VALUES(reply)),
                next_queue_id = VALUES(next_queue_id), remote_id = VALUES(remote_id), tries = tries + 1,
                last_at = VALUES(last_at), state = IF(state = 'bounced', state, VALUES(state))
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    DeliveryTable(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Optional<LogFile.Place> place() {
        return jdbc
                .query(
                        "SELECT file, position FROM log_place",
                        (row, _) -> new LogFile.Place(row.getString("file"), row.getLong("position")))
                .stream()
                .findFirst();
    }

    void write(List<Attempt> attempts, LogFile.Place end) {
        var rows = attempts.stream().map(DeliveryTable::row).toList();
        transaction.executeWithoutResult(_ -> {
            jdbc.batchUpdate(UPSERT, rows);
            jdbc.update("REPLACE INTO log_place (id, file, position) VALUES (1, ?, ?)", end.file(), end.offset());
        });
    }

    /** Deletes a piece at a time, so that nothing waits for long. */
    void deleteOlderThan(Instant end) {
        purge("DELETE FROM delivery WHERE last_at < ? LIMIT " + PURGE_AT_A_TIME, end);
        purge("DELETE FROM sent_message WHERE accepted_at < ? LIMIT " + PURGE_AT_A_TIME, end);
    }

    private void purge(String statement, Instant end) {
        int deleted;
        do {
            deleted = jdbc.update(statement, utc(end));
        } while (deleted == PURGE_AT_A_TIME);
    }

    private static @Nullable Object[] row(Attempt attempt) {
        return new @Nullable Object[] {
            attempt.queueId(),
            cut(attempt.recipient(), MAX_RECIPIENT),
            attempt.state().name().toLowerCase(Locale.ROOT),
            attempt.service(),
            cut(attempt.relay(), MAX_RELAY),
            attempt.dsn(),
            cut(attempt.reply(), MAX_REPLY),
            attempt.queuedAs().orElse(null),
            attempt.remoteId().orElse(""),
            utc(attempt.at()),
            utc(attempt.at())
        };
    }
}
